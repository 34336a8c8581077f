package org.fieldwright.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks what a caller sent against its shape, strictly, and brings its times to UTC. */
public final class Fitting {
    private final Contract contract;
    private final String module;
    private final Map<String, List<String>> problems = new LinkedHashMap<>();

    public Fitting(Contract contract, String module) {
        this.contract = contract;
        this.module = module;
    }

    /** What does not fit, by field; empty when all is well. */
    public Map<String, List<String>> problems() {
        return problems;
    }

    /** The same value with its times in UTC. */
    public JsonNode fit(Shape shape, JsonNode value) {
        return fit(shape, value, "");
    }

    /** Reads a moment with or without a zone (UTC is meant), or a day. */
    public static Instant moment(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        String iso = text.replace(' ', 'T');
        return iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    private JsonNode fit(Shape shape, JsonNode value, String path) {
        return switch (shape) {
            case Shape.Named named -> fit(contract.resolve(module, named), value, path);
            case Shape.Optional optional -> value.isNull() ? value : fit(optional.of(), value, path);
            case Shape.Fields fields ->
                value instanceof ObjectNode object
                        ? object(fields, object, path)
                        : wrong(path, "is not an object", value);
            case Shape.Many many ->
                value instanceof ArrayNode array ? array(many, array, path) : wrong(path, "is not a list", value);
            case Shape.Mapping mapping ->
                value instanceof ObjectNode object
                        ? mapping(mapping, object, path)
                        : wrong(path, "is not an object", value);
            case Shape.Text text -> checked(value.isTextual(), path, "is not a text", value);
            case Shape.Whole whole -> checked(whole(value), path, "is not a whole number", value);
            case Shape.Decimal decimal -> checked(value.isNumber(), path, "is not a number", value);
            case Shape.Truth truth -> checked(value.isBoolean(), path, "is neither true nor false", value);
            case Shape.Choice choice ->
                checked(
                        value.isTextual() && choice.words().contains(value.asText()),
                        path,
                        "is none of " + choice.words(),
                        value);
            case Shape.Numbered numbered ->
                checked(
                        value.isInt() && numbered.numbers().contains(value.asInt()),
                        path,
                        "is none of " + numbered.numbers(),
                        value);
            case Shape.Moment moment -> moment(value, path);
            case Shape.Day day -> day(value, path);
            case Shape.Binary binary -> value;
            case Shape.Anything anything -> value;
        };
    }

    private static boolean whole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }

    private JsonNode object(Shape.Fields fields, ObjectNode object, String path) {
        ObjectNode fitted = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(entry -> {
            String at = at(path, entry.getKey());
            Shape.Field field = fields.byName().get(entry.getKey());
            if (field == null) {
                wrong(at, "is not known here", entry.getValue());
            } else {
                fitted.set(entry.getKey(), fit(field.shape(), entry.getValue(), at));
            }
        });
        fields.byName().forEach((name, field) -> {
            if (field.required() && !object.has(name)) {
                wrong(at(path, name), "is required", object);
            }
        });
        return fitted;
    }

    private JsonNode array(Shape.Many many, ArrayNode array, String path) {
        ArrayNode fitted = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < array.size(); i++) {
            fitted.add(fit(many.of(), array.get(i), path + "[" + i + "]"));
        }
        return fitted;
    }

    private JsonNode mapping(Shape.Mapping mapping, ObjectNode object, String path) {
        object.properties().forEach(entry -> fit(mapping.of(), entry.getValue(), at(path, entry.getKey())));
        return object;
    }

    private JsonNode moment(JsonNode value, String path) {
        try {
            return value.isTextual()
                    ? TextNode.valueOf(moment(value.asText()).toString())
                    : wrong(path, "is not a date and time", value);
        } catch (DateTimeException unreadable) {
            return wrong(path, "is not a date and time", value);
        }
    }

    private JsonNode day(JsonNode value, String path) {
        try {
            String text = value.asText();
            return TextNode.valueOf(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text)
                    .toString());
        } catch (DateTimeException unreadable) {
            return wrong(path, "is not a date", value);
        }
    }

    private JsonNode checked(boolean fits, String path, String complaint, JsonNode value) {
        return fits ? value : wrong(path, complaint, value);
    }

    private JsonNode wrong(String path, String complaint, JsonNode value) {
        String name = path.isEmpty() ? "body" : path;
        problems.computeIfAbsent(name, key -> new ArrayList<>()).add("The field " + name + " " + complaint + ".");
        return value;
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
