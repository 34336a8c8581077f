package org.fieldwright.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.fieldwright.sandbox.door.Answer;
import org.fieldwright.sandbox.door.Call;
import org.fieldwright.sandbox.store.Bytes;
import org.fieldwright.sandbox.store.Json;

/** An application that calls a sandbox in its own process, with a token. */
public final class Caller {
    private final Sandbox sandbox;
    private final SandboxSettings settings;
    private String token;

    public Caller(Sandbox sandbox, SandboxSettings settings) {
        this.sandbox = sandbox;
        this.settings = settings;
        this.token = newToken();
    }

    public String newToken() {
        String form = "grant_type=client_credentials&client_id=" + settings.clientId() + "&client_secret="
                + settings.clientSecret();
        Answer answer = sandbox.answer(new Call(
                "POST",
                "/connect/token",
                null,
                Map.of("content-type", "application/x-www-form-urlencoded"),
                Bytes.of(form)));
        return json(answer).path("access_token").asText();
    }

    public void use(String otherToken) {
        token = otherToken;
    }

    /** A call of an operation; {@code ~} stands for the tenant. */
    public Answer call(String method, String address, Object body) {
        return send(method, address, headers("application/json"), body);
    }

    /** What every call carries. */
    public Map<String, String> headers(String contentType) {
        Map<String, String> headers = new HashMap<>();
        headers.put("authorization", "Bearer " + token);
        headers.put("st-app-key", settings.appKey());
        headers.put("content-type", contentType);
        return headers;
    }

    public JsonNode get(String address) {
        return good(call("GET", address, null));
    }

    public JsonNode post(String address, Object body) {
        return good(call("POST", address, body));
    }

    public JsonNode put(String address, Object body) {
        return good(call("PUT", address, body));
    }

    public JsonNode patch(String address, Object body) {
        return good(call("PATCH", address, body));
    }

    public JsonNode delete(String address) {
        return good(call("DELETE", address, null));
    }

    /** Something that people do in ServiceTitan's own screens. */
    public JsonNode desk(String method, String address, Object body) {
        return good(send(method, "/desk/" + address, Map.of("x-desk-key", settings.controlKey()), body));
    }

    public Answer send(String method, String template, Map<String, String> headers, Object body) {
        String address = template.replace("~", "tenant/" + settings.tenant());
        int question = address.indexOf('?');
        return sandbox.answer(new Call(
                method,
                question < 0 ? address : address.substring(0, question),
                question < 0 ? null : address.substring(question + 1),
                headers,
                body == null ? Bytes.NONE : Bytes.of(body.toString())));
    }

    public static JsonNode json(Answer answer) {
        return answer.body().length() == 0 ? Json.object() : Json.read(answer.body());
    }

    private static JsonNode good(Answer answer) {
        if (answer.status() / 100 > 3) {
            throw new AssertionError(answer.status() + " " + answer.body().text());
        }
        return json(answer);
    }

    public static ObjectNode object(String json) {
        return (ObjectNode) Json.read(json.replace('\'', '"'));
    }
}
