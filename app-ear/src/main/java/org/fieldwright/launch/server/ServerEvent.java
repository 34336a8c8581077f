package org.fieldwright.launch.server;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing the server said.
 *
 * @param time when, if the server said so
 * @param level in java.util.logging's words: INFO, WARNING, SEVERE; empty for plain output
 * @param logger who, empty for plain output
 * @param message what; may have several lines
 * @param stackTrace empty when there is none
 */
record ServerEvent(Optional<OffsetDateTime> time, String level, String logger, String message, String stackTrace) {

    private static final DateTimeFormatter SERVER_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final String CAUSED_BY = "Caused by: ";

    /** Reads one line of the server's output; what is not one of its log events is plain output. */
    static ServerEvent read(String line) {
        if (!line.startsWith("{\"Timestamp\"")) {
            return plain(line);
        }
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject event = reader.readObject();
            JsonObject thrown = event.getJsonObject("Throwable");
            String exception = thrown == null ? "" : thrown.getString("Exception", "");
            String trace = thrown == null ? "" : thrown.getString("StackTrace", "");
            return new ServerEvent(
                    time(event.getString("Timestamp", "")),
                    event.getString("Level", ""),
                    event.getString("LoggerName", ""),
                    event.getString("LogMessage", exception).strip(),
                    trace.strip());
        } catch (JsonException | ClassCastException e) {
            return plain(line);
        }
    }

    private static ServerEvent plain(String line) {
        return new ServerEvent(Optional.empty(), "", "", line, "");
    }

    private static Optional<OffsetDateTime> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, SERVER_TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    boolean isProblem() {
        return level.equals("WARNING") || isSevere();
    }

    boolean isSevere() {
        return level.equals("SEVERE") || level.equals("ERROR");
    }

    boolean isOurs() {
        return logger.startsWith("org.fieldwright");
    }

    /** The first line of the message. */
    String headline() {
        return message.lines().findFirst().orElse("");
    }

    /** What the innermost exception says, without the name of its class. */
    Optional<String> rootCause() {
        if (stackTrace.isEmpty()) {
            return Optional.empty();
        }
        Stream<String> causes = stackTrace.lines().filter(line -> line.startsWith(CAUSED_BY));
        String innermost = causes.reduce((first, second) -> second)
                .map(line -> line.substring(CAUSED_BY.length()))
                .or(() -> stackTrace.lines().findFirst())
                .orElse("");
        return Optional.of(withoutClassName(innermost)).filter(text -> !text.isBlank());
    }

    private static String withoutClassName(String line) {
        return line.replaceFirst("^([a-z][\\w$]*\\.)+([A-Z][\\w$]*)(: |$)", "");
    }

    /** The event as it stands in the log file. */
    String asText() {
        if (time.isEmpty()) {
            return message;
        }
        String text = "%s %-7s %s: %s"
                .formatted(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.get()), level, logger, message);
        return stackTrace.isEmpty() ? text : text + System.lineSeparator() + stackTrace;
    }
}
