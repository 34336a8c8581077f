package org.fieldwright.sandbox.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldwright.sandbox.contract.Operation;
import org.fieldwright.sandbox.store.Bytes;
import org.fieldwright.sandbox.store.Ledger;

/**
 * One call of an operation.
 *
 * @param body what came, checked against its shape; JSON null when nothing came
 * @param file the bytes of an upload
 */
public record Work(
        World world,
        Operation operation,
        Map<String, String> path,
        Map<String, String> query,
        JsonNode body,
        Bytes file,
        String contentType,
        FeedRules feedRules) {

    /** How export feeds are cut. */
    public record FeedRules(int page, java.time.Duration delay, int repeats) {}

    public Ledger ledger() {
        return world.ledger();
    }

    /** The number in the path; 404 when it is none. */
    public long id(String variable) {
        String text = path.get(variable);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw Problem.missing(variable, text);
        }
    }

    public ObjectNode fields() {
        return (ObjectNode) body;
    }

    public ArrayNode elements() {
        return (ArrayNode) body;
    }

    public Optional<String> asked(String parameter) {
        return Optional.ofNullable(query.get(parameter)).filter(value -> !value.isBlank());
    }

    public Optional<Long> askedNumber(String parameter) {
        return asked(parameter).map(text -> number(parameter, text));
    }

    /** The values of a comma list. */
    public List<String> askedList(String parameter) {
        return asked(parameter)
                .map(text -> Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    public List<Long> askedIds(String parameter) {
        return askedList(parameter).stream()
                .map(text -> number(parameter, text))
                .toList();
    }

    public boolean flag(String parameter) {
        return asked(parameter).map(Boolean::parseBoolean).orElse(false);
    }

    private static long number(String parameter, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw Problem.bad(parameter, "The value '" + text + "' is not valid.");
        }
    }
}
