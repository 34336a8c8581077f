package org.fieldwright.launch;

import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What the person who started Fieldwright sees: one line an event, time first. */
public final class OperatorConsole {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream out;
    private final Clock clock;
    private final ZoneId zone;

    public OperatorConsole(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.zone = clock.getZone();
    }

    public void say(String text) {
        line("INFO ", text);
    }

    public void warn(String text) {
        line("WARN ", text);
    }

    private void line(String level, String text) {
        out.println(TIME.format(clock.instant().atZone(zone)) + "  " + level + "  " + text);
        out.flush();
    }

    /** Prints as it stands, for notices of several lines. */
    public void show(String notice) {
        out.println(notice);
        out.flush();
    }
}
