package org.fieldwright.launch.server;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Asks the portal whether it is ready to serve. */
public final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest question;

    public Readiness(int port) {
        this.question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(PATIENCE)
                .build();
    }

    /** What the portal answered. */
    public sealed interface Answer {

        record Ready() implements Answer {}

        /** Not yet: the names of the checks that are down, none while there are no checks at all. */
        record NotReady(List<String> down) implements Answer {}

        record Silence() implements Answer {}
    }

    public Answer ask() throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(question, HttpResponse.BodyHandlers.ofString());
            return read(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer.Silence();
        }
    }

    static Answer read(int status, String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            List<JsonObject> checks = reader.readObject().getJsonArray("checks").stream()
                    .map(JsonValue::asJsonObject)
                    .toList();
            List<String> down = checks.stream()
                    .filter(check -> !"UP".equals(check.getString("status", "")))
                    .map(check -> check.getString("name", "?"))
                    .toList();
            // The server says UP with no checks before the portal is there to be asked.
            boolean ready = status == 200 && !checks.isEmpty() && down.isEmpty();
            return ready ? new Answer.Ready() : new Answer.NotReady(down);
        } catch (JsonException | ClassCastException | NullPointerException e) {
            return new Answer.NotReady(List.of());
        }
    }
}
