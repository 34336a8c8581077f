package org.fieldwright.domain.webhook;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What a delivery turns out to be: an event in a CloudEvents 1.0 envelope, or something else. */
sealed interface Envelope {
    int LONGEST = 200;

    /**
     * An event.
     *
     * @param occurrence identifies what happened, the same however often it is delivered
     * @param happenedAt by their clock
     * @param about the records it names
     */
    record Event(String occurrence, String type, Instant happenedAt, long tenant, List<Mention> about)
            implements Envelope {}

    /** No event, with a sentence that says why. */
    record NoEvent(String reason) implements Envelope {}

    static Envelope of(byte[] body) {
        if (body.length == 0) {
            return new NoEvent("It is empty.");
        }
        try (JsonReader reader =
                Json.createReaderFactory(null).createReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            return of(reader.readObject());
        } catch (RuntimeException notJson) { // a reader that finds it too deep throws one of no particular kind
            return new NoEvent("It is not JSON.");
        }
    }

    private static Envelope of(JsonObject json) {
        Optional<String> type = text(json, "type");
        Optional<String> occurrence = text(json, "userassignedid");
        Optional<Instant> time = text(json, "time").flatMap(Envelope::instant);
        if (text(json, "specversion").filter("1.0"::equals).isEmpty()) {
            return new NoEvent("Its envelope is not CloudEvents 1.0.");
        }
        if (type.isEmpty() || occurrence.isEmpty() || time.isEmpty()) {
            return new NoEvent("Its envelope lacks a good type, time or userassignedid.");
        }
        if (!(json.get("data") instanceof JsonObject data)) {
            return new NoEvent("It carries no data.");
        }
        return tenant(data)
                .<Envelope>map(tenant ->
                        new Event(occurrence.get(), type.get(), time.get(), tenant, Mentions.in(type.get(), data)))
                .orElseGet(() -> new NoEvent("It does not say which tenant it is from."));
    }

    private static Optional<String> text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString string
                ? Optional.of(string.getString().strip())
                        .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                        .filter(text -> text.chars().noneMatch(Character::isISOControl))
                : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<Long> tenant(JsonObject data) {
        try {
            return data.get("tenantId") instanceof JsonNumber number
                    ? Optional.of(number.longValueExact()).filter(tenant -> tenant > 0)
                    : Optional.empty();
        } catch (ArithmeticException noId) {
            return Optional.empty();
        }
    }
}
