package org.fieldwright.servicetitan;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.mirror.Copy;
import org.fieldwright.domain.mirror.FeedSource.Unreadable;

/** Rows of an answer, told apart: those that are records, and those that are none. */
final class Rows {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_SHOWN = 10_000;

    private final String id;
    private final List<Copy> copies = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    /** @param id the field that holds a row's id */
    Rows(String id) {
        this.id = id;
    }

    List<Copy> copies() {
        return copies;
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /** Adds the rows of an answer. */
    void add(JsonArray rows) {
        rows.forEach(this::add);
    }

    private void add(JsonValue row) {
        String json = row.toString();
        try {
            copies.add(copy(row, json));
        } catch (NoRecord why) {
            unreadable.add(new Unreadable(
                    json.length() <= MOST_SHOWN ? json : json.substring(0, MOST_SHOWN), why.getMessage()));
        }
    }

    private Copy copy(JsonValue row, String json) throws NoRecord {
        if (!(row instanceof JsonObject record)) {
            throw new NoRecord("It is no record.");
        }
        if (json.length() > MOST_CHARACTERS) {
            throw new NoRecord("It is larger than 1 MB.");
        }
        return new Copy(idOf(record), active(record), modified(record), json);
    }

    private long idOf(JsonObject record) throws NoRecord {
        if (record.get(id) instanceof JsonNumber number && number.isIntegral()) {
            try {
                long value = number.longValueExact();
                if (value > 0) {
                    return value;
                }
            } catch (ArithmeticException tooLarge) {
                throw new NoRecord("Its " + id + " is no number that an id can be.", tooLarge);
            }
        }
        throw new NoRecord("Its " + id + " is missing or no positive whole number.");
    }

    /** Records that say nothing about it are there. */
    private static boolean active(JsonObject record) throws NoRecord {
        JsonValue active = record.getOrDefault("active", JsonValue.TRUE);
        return switch (active.getValueType()) {
            case TRUE, NULL -> true;
            case FALSE -> false;
            default -> throw new NoRecord("Its field active is neither true nor false.");
        };
    }

    private static Optional<Instant> modified(JsonObject record) throws NoRecord {
        JsonValue modified = record.getOrDefault("modifiedOn", JsonValue.NULL);
        if (modified.getValueType() == JsonValue.ValueType.NULL) {
            return Optional.empty();
        }
        if (modified instanceof JsonString text) {
            return Optional.of(time(text.getString()));
        }
        throw new NoRecord("Its field modifiedOn is no time.");
    }

    /** Their times are UTC, whether they say so or not. */
    private static Instant time(String text) throws NoRecord {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException withoutZone) {
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException no) {
                throw new NoRecord("Its field modifiedOn is no time.", no);
            }
        }
    }

    /** A row is no record; the message says why. */
    private static final class NoRecord extends Exception {
        private static final long serialVersionUID = 1L;

        NoRecord(String why) {
            super(why);
        }

        NoRecord(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
