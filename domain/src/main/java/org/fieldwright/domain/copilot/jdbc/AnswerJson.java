package org.fieldwright.domain.copilot.jdbc;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.fieldwright.domain.copilot.Answer;
import org.fieldwright.domain.copilot.AnswerPart;
import org.fieldwright.domain.copilot.Citation;
import org.fieldwright.domain.copilot.Scores;
import org.fieldwright.domain.manual.Box;
import org.fieldwright.domain.manual.ManualId;

/** An answer as JSON and back. */
final class AnswerJson {
    private AnswerJson() {}

    static String write(Answer answer) {
        return switch (answer) {
            case Answer.Answered answered ->
                Json.createObjectBuilder()
                        .add("outcome", "answered")
                        .add("writer", answered.writer())
                        .add("parts", array(answered.parts(), AnswerJson::part))
                        .add("citations", array(answered.citations(), AnswerJson::citation))
                        .build()
                        .toString();
            case Answer.NotInManuals none -> {
                JsonObjectBuilder json = Json.createObjectBuilder()
                        .add("outcome", "not-in-manuals")
                        .add("missing", none.missing());
                none.nearest().ifPresent(nearest -> json.add("nearest", citation(nearest)));
                yield json.build().toString();
            }
        };
    }

    static Answer read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return switch (json.getString("outcome")) {
                case "answered" ->
                    new Answer.Answered(
                            json.getString("writer"),
                            list(json.getJsonArray("parts"), AnswerJson::part),
                            list(json.getJsonArray("citations"), AnswerJson::citation));
                case "not-in-manuals" ->
                    new Answer.NotInManuals(
                            json.getString("missing"),
                            Optional.ofNullable(json.getJsonObject("nearest")).map(AnswerJson::citation));
                default -> throw new IllegalStateException("an unknown answer: " + json.getString("outcome"));
            };
        }
    }

    private static JsonValue part(AnswerPart part) {
        return Json.createObjectBuilder()
                .add("kind", part.kind().name())
                .add("text", part.text())
                .add("citations", Json.createArrayBuilder(part.citations()))
                .build();
    }

    private static AnswerPart part(JsonObject json) {
        return new AnswerPart(
                AnswerPart.Kind.valueOf(json.getString("kind")),
                json.getString("text"),
                json.getJsonArray("citations").getValuesAs(JsonNumber::intValue));
    }

    private static JsonValue citation(Citation citation) {
        Scores scores = citation.scores();
        return Json.createObjectBuilder()
                .add("number", citation.number())
                .add("manual", citation.manual().toString())
                .add("title", citation.manualTitle())
                .add("page", citation.page())
                .add("passage", citation.passage())
                .add("quote", citation.quote())
                .add("boxes", array(citation.boxes(), AnswerJson::box))
                .add("exact", scores.exact())
                .add("bm25", scores.bm25())
                .add("vector", scores.vector())
                .add("fused", scores.fused())
                .add("coverage", scores.coverage())
                .build();
    }

    private static Citation citation(JsonObject json) {
        return new Citation(
                json.getInt("number"),
                new ManualId(UUID.fromString(json.getString("manual"))),
                json.getString("title"),
                json.getInt("page"),
                json.getJsonNumber("passage").longValue(),
                json.getString("quote"),
                json.getJsonArray("boxes").getValuesAs(JsonArray.class).stream()
                        .map(AnswerJson::box)
                        .toList(),
                new Scores(
                        json.getInt("exact"),
                        json.getJsonNumber("bm25").doubleValue(),
                        json.getJsonNumber("vector").doubleValue(),
                        json.getJsonNumber("fused").doubleValue(),
                        json.getJsonNumber("coverage").doubleValue()));
    }

    private static JsonValue box(Box box) {
        return Json.createArrayBuilder()
                .add(box.x())
                .add(box.y())
                .add(box.width())
                .add(box.height())
                .build();
    }

    private static Box box(JsonArray json) {
        return new Box(number(json, 0), number(json, 1), number(json, 2), number(json, 3));
    }

    private static float number(JsonArray json, int at) {
        return (float) json.getJsonNumber(at).doubleValue();
    }

    private static <T> JsonArrayBuilder array(List<T> values, Function<T, JsonValue> toJson) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(value -> array.add(toJson.apply(value)));
        return array;
    }

    private static <T> List<T> list(JsonArray array, Function<JsonObject, T> fromJson) {
        return array.getValuesAs(JsonObject.class).stream().map(fromJson).toList();
    }
}
