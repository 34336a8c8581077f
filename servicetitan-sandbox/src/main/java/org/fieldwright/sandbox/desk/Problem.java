package org.fieldwright.sandbox.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fieldwright.sandbox.store.Json;

/** A refusal, told in the published form of an error. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final transient Map<String, List<String>> errors;

    public Problem(int status, String title, Map<String, List<String>> errors) {
        super(title);
        this.status = status;
        this.errors = errors;
    }

    public static Problem bad(String field, String message) {
        return new Problem(400, message, Map.of(field, List.of(message)));
    }

    public static Problem missing(String kind, Object id) {
        return new Problem(404, "There is no " + kind + " with the id " + id + ".", Map.of());
    }

    public static Problem conflict(String message) {
        return new Problem(409, message, Map.of());
    }

    public int status() {
        return status;
    }

    public ObjectNode body() {
        ObjectNode body = Json.object();
        body.put("type", "https://httpstatuses.io/" + status);
        body.put("title", getMessage());
        body.put("status", status);
        body.put("traceId", UUID.randomUUID().toString().replace("-", ""));
        ObjectNode fields = body.putObject("errors");
        errors.forEach((field, messages) -> messages.forEach(fields.withArray(field)::add));
        body.putObject("data");
        return body;
    }
}
