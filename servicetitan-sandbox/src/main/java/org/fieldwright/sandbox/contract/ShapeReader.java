package org.fieldwright.sandbox.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the notation of shapes: {@code {id! long, name str?, lines Line[]}}. */
final class ShapeReader {
    private static final Pattern TOKEN = Pattern.compile("\\s*([A-Za-z0-9_.]+|\\[\\]|[{}()<>|,!?])");
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private ShapeReader(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, text.length());
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException("cannot read the shape at: " + text.substring(end));
        }
    }

    static Shape read(String text) {
        ShapeReader reader = new ShapeReader(text);
        Shape shape = reader.shape();
        if (reader.at < reader.tokens.size()) {
            throw new IllegalArgumentException("more than one shape: " + text);
        }
        return shape;
    }

    private Shape shape() {
        Shape shape = plain();
        while (at < tokens.size()) {
            if (take("[]")) {
                shape = new Shape.Many(shape);
            } else if (take("?")) {
                shape = new Shape.Optional(shape);
            } else {
                return shape;
            }
        }
        return shape;
    }

    private Shape plain() {
        String token = next();
        return switch (token) {
            case "str" -> new Shape.Text();
            case "long" -> new Shape.Whole();
            case "int" ->
                take("(")
                        ? new Shape.Numbered(
                                words().stream().map(Integer::valueOf).toList())
                        : new Shape.Whole();
            case "num" -> new Shape.Decimal();
            case "bool" -> new Shape.Truth();
            case "time" -> new Shape.Moment();
            case "date" -> new Shape.Day();
            case "file" -> new Shape.Binary();
            case "any" -> new Shape.Anything();
            case "map" -> mapping();
            case "(" -> new Shape.Choice(words());
            case "{" -> new Shape.Fields(fields());
            default -> new Shape.Named(token);
        };
    }

    private Shape mapping() {
        expect("<");
        Shape of = shape();
        expect(">");
        return new Shape.Mapping(of);
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        do {
            words.add(next());
        } while (take("|"));
        expect(")");
        return words;
    }

    private Map<String, Shape.Field> fields() {
        Map<String, Shape.Field> fields = new LinkedHashMap<>();
        if (take("}")) {
            return fields;
        }
        do {
            String name = next();
            boolean required = take("!");
            fields.put(name, new Shape.Field(required, shape()));
        } while (take(","));
        expect("}");
        return fields;
    }

    private String next() {
        return tokens.get(at++);
    }

    private boolean take(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw new IllegalArgumentException(
                    "expected " + token + " after " + tokens.subList(Math.max(0, at - 5), at));
        }
    }
}
