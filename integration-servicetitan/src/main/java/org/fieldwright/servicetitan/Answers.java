package org.fieldwright.servicetitan;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Looks at every answer first: is it one, how large is it, and what time is it there. */
final class Answers implements ClientResponseFilter {
    private static final int MOST_PROBLEM_BYTES = 64 << 10;
    private static final int MOST_BYTES = 64 << 20;

    private final Consumer<Instant> theirTime;

    /** @param theirTime is told what their clock said, with every answer that says it */
    Answers(Consumer<Instant> theirTime) {
        this.theirTime = theirTime;
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        Optional<Instant> date = time(response.getHeaderString("Date"));
        date.ifPresent(theirTime);
        if (response.getStatus() >= 300) {
            throw refused(request, response, date);
        }
        if (!response.hasEntity()) {
            return;
        }
        byte[] body = response.getEntityStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new IOException("the answer is larger than " + MOST_BYTES + " bytes");
        }
        if (body.length > 0 && !isJson(response.getMediaType())) {
            throw new Refused(Refused.NO_JSON, "", Map.of(), "", Optional.empty());
        }
        response.setEntityStream(new ByteArrayInputStream(body));
    }

    private static Refused refused(ClientRequestContext request, ClientResponseContext response, Optional<Instant> date)
            throws IOException {
        JsonObject problem = problem(response);
        Object sent = request.getEntity();
        Map<String, List<String>> errors = new TreeMap<>();
        if (problem.get("errors") instanceof JsonObject fields) {
            fields.forEach((field, messages) -> errors.put(Discretion.applied(field, sent), words(messages, sent)));
        }
        return new Refused(
                response.getStatus(),
                Discretion.applied(
                        text(problem, "title").orElse(text(problem, "error").orElse("")), sent),
                errors,
                text(problem, "traceId").map(id -> Discretion.applied(id, null)).orElse(""),
                retryAfter(response.getHeaderString("Retry-After"), date));
    }

    /** The body of a problem; an empty object when it is something else. */
    private static JsonObject problem(ClientResponseContext response) throws IOException {
        if (!response.hasEntity() || !isJson(response.getMediaType())) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        byte[] body = response.getEntityStream().readNBytes(MOST_PROBLEM_BYTES);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException unreadable) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private static List<String> words(JsonValue messages, Object sent) {
        Function<JsonValue, String> said = value ->
                Discretion.applied(value instanceof JsonString text ? text.getString() : value.toString(), sent);
        return messages instanceof JsonArray several
                ? several.stream().map(said).toList()
                : List.of(said.apply(messages));
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text && !text.getString().isBlank()
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    /** In seconds, or as a time: that is theirs, and compared with their own clock only. */
    static Optional<Duration> retryAfter(String header, Optional<Instant> theirNow) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, Integer.parseInt(header.strip()))));
        } catch (NumberFormatException notSeconds) {
            return time(header)
                    .flatMap(then -> theirNow.map(now -> Duration.between(now, then)))
                    .filter(wait -> !wait.isNegative());
        }
    }

    private static Optional<Instant> time(String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && type.getType().equals("application")
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }
}
