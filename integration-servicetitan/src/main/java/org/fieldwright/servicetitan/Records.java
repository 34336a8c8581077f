package org.fieldwright.servicetitan;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Reads fields of their records, whatever may be missing. */
final class Records {
    static final int PAGE_SIZE = 100;
    private static final int MOST_PAGES = 50;

    private Records() {}

    /** The first record on these pages that is meant. */
    static Optional<JsonObject> first(IntFunction<JsonObject> pages, Predicate<JsonObject> meant) {
        for (int number = 1; number <= MOST_PAGES; number++) {
            Page page = new Page(pages.apply(number));
            Optional<JsonObject> found = page.records().stream().filter(meant).findFirst();
            if (found.isPresent() || !page.hasMore()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The record of an answer on one page that is meant. */
    static Optional<JsonObject> in(JsonObject answer, Predicate<JsonObject> meant) {
        return new Page(answer).records().stream().filter(meant).findFirst();
    }

    static String text(JsonObject record, String name) {
        return record.get(name) instanceof JsonString text ? text.getString() : "";
    }

    static long number(JsonObject record, String name) {
        return record.get(name) instanceof JsonNumber number ? number.longValue() : 0;
    }

    static Optional<BigDecimal> decimal(JsonObject record, String name) {
        try {
            return switch (record.get(name)) {
                case JsonNumber number -> Optional.of(number.bigDecimalValue());
                case JsonString text -> Optional.of(new BigDecimal(text.getString()));
                case null, default -> Optional.empty();
            };
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    static Set<Long> numbers(JsonObject record, String name) {
        Set<Long> all = new TreeSet<>();
        if (record.get(name) instanceof JsonArray numbers) {
            for (JsonValue value : numbers) {
                if (value instanceof JsonNumber number) {
                    all.add(number.longValue());
                }
            }
        }
        return all;
    }

    static List<JsonObject> objects(JsonObject record, String name) {
        return record.get(name) instanceof JsonArray values
                ? values.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .toList()
                : List.of();
    }

    static JsonObject object(JsonObject record, String name) {
        return record.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    static boolean same(Optional<BigDecimal> theirs, BigDecimal ours) {
        return theirs.isPresent() && theirs.get().compareTo(ours) == 0;
    }
}
