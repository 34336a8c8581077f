package org.fieldwright.launch;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** The program behind {@code ./run}. */
public final class Fieldwright {

    private Fieldwright() {}

    public static void main(String[] arguments) {
        // The libraries of the launcher have much to say about themselves.
        Logger.getLogger("").setLevel(Level.OFF);
        System.exit(new CommandLine(new LaunchCommand()).execute(arguments));
    }
}
