package org.fieldwright.launch.server;

import java.util.List;
import java.util.Optional;

/**
 * An event as an operator wants to see it: one line.
 *
 * @param problem whether somebody should look at it
 */
public record ReadableEvent(boolean problem, String text) {

    private static final int LONGEST = 300;

    /** Warnings of the server about its own ways, which nobody here can or need change. */
    private static final List<String> NOISE = List.of(
            "Invalid Session Management Configuration",
            "Exception while loading the app",
            "Unable to write GOAWAY",
            "Context path from ServletContext",
            "The web application [");

    /** What is worth a line: everything the portal says, and the problems of the rest. */
    static Optional<ReadableEvent> of(ServerEvent event) {
        boolean worthIt = event.isOurs() || event.isProblem();
        if (!worthIt || NOISE.stream().anyMatch(event.message()::startsWith)) {
            return Optional.empty();
        }
        String cause = event.isProblem()
                ? event.rootCause()
                        .filter(text -> !event.message().contains(text))
                        .map(text -> " (" + text + ")")
                        .orElse("")
                : "";
        String text = event.headline() + cause;
        return Optional.of(new ReadableEvent(
                event.isProblem(), text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
    }
}
