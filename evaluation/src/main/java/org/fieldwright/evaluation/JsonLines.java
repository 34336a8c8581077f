package org.fieldwright.evaluation;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads files with one JSON object a line. */
final class JsonLines {
    private JsonLines() {}

    /**
     * Each line as a record of some kind.
     *
     * @throws InputException naming the line that is off
     */
    static <T> List<T> read(Path file, Function<JsonObject, T> record) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + " is not there.");
        }
        List<T> records = new ArrayList<>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    records.add(record.apply(object(line)));
                }
            }
        } catch (IOException | JsonException | ClassCastException | NullPointerException off) {
            throw new InputException(file + ", line " + (number + 1) + ": not a record of the expected form.", off);
        }
        if (records.isEmpty()) {
            throw new InputException(file + " has no records.");
        }
        return records;
    }

    /** A text that must be there; numbers count as texts, too. */
    static String text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (value == null) {
            throw new JsonException("there is no " + name);
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    static List<Integer> numbers(JsonObject object, String name) {
        JsonArray array = object.getJsonArray(name);
        return array == null
                ? List.of()
                : array.getValuesAs(jakarta.json.JsonNumber.class).stream()
                        .map(jakarta.json.JsonNumber::intValue)
                        .toList();
    }

    private static JsonObject object(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
