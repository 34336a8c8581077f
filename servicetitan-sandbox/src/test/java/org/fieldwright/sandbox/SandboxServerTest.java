package org.fieldwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fieldwright.sandbox.store.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxServerTest {
    private final SandboxSettings settings = SandboxSettings.demo().withCallsPerSecond(100_000);
    private final HttpClient http = HttpClient.newHttpClient();
    private SandboxServer server;
    private String token;

    @BeforeEach
    void start() throws Exception {
        server = SandboxServer.start(TestDatabase.seeded(), 0, settings);
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id="
                        + settings.clientId() + "&client_secret=" + settings.clientSecret()))
                .build();
        token = Json.read(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("access_token")
                .asText();
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        URI address = server.address().resolve(path.replace("~", "tenant/" + settings.tenant()));
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("ST-App-Key", settings.appKey())
                .header("X-Desk-Key", settings.controlKey())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void it_answers_over_http_with_a_token() throws Exception {
        HttpResponse<String> page = call("GET", "/crm/v2/~/customers?pageSize=2", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Json.read(page.body()).path("data")).hasSize(2);
        assertThat(call("GET", "/", "").body()).contains("Simulated data.");
    }

    @Test
    void a_lost_answer_breaks_the_connection_after_the_work_is_done() throws Exception {
        long job = Json.read(call("GET", "/jpm/v2/~/jobs?pageSize=1", "").body())
                .path("data")
                .get(0)
                .path("id")
                .asLong();
        call("PUT", "/desk/faults", "{\"lostAnswers\":1}");

        assertThatThrownBy(() -> call("POST", "/jpm/v2/~/jobs/" + job + "/notes", "{\"text\":\"heard by nobody\"}"))
                .isInstanceOf(IOException.class);

        call("PUT", "/desk/faults", "{}");
        assertThat(call("GET", "/jpm/v2/~/jobs/" + job + "/notes?pageSize=5000", "")
                        .body())
                .contains("heard by nobody");
    }

    @Test
    void whoever_reads_a_feed_while_others_write_misses_nothing() throws Exception {
        JsonNode start = Json.read(call("GET", "/jpm/v2/~/export/job-notes", "").body());
        String from = start.path("continueFrom").asText();
        while (start.path("hasMore").asBoolean()) {
            start = Json.read(
                    call("GET", "/jpm/v2/~/export/job-notes?from=" + from, "").body());
            from = start.path("continueFrom").asText();
        }
        long job = Json.read(call("GET", "/jpm/v2/~/jobs?pageSize=1", "").body())
                .path("data")
                .get(0)
                .path("id")
                .asLong();
        ConcurrentHashMap.KeySetView<Long, Boolean> seen = ConcurrentHashMap.newKeySet();
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            var writing = IntStream.range(0, 80)
                    .mapToObj(i -> writers.submit(
                            () -> call("POST", "/jpm/v2/~/jobs/" + job + "/notes", "{\"text\":\"n" + i + "\"}")
                                    .statusCode()))
                    .toList();
            while (!writing.stream().allMatch(Future::isDone)) {
                from = read(from, seen);
            }
            for (Future<Integer> written : writing) {
                assertThat(written.get()).isEqualTo(200);
            }
        }
        read(from, seen);

        assertThat(seen).hasSize(80);
    }

    private String read(String from, ConcurrentHashMap.KeySetView<Long, Boolean> seen) throws Exception {
        JsonNode part = Json.read(
                call("GET", "/jpm/v2/~/export/job-notes?from=" + from, "").body());
        part.path("data")
                .forEach(note -> assertThat(seen.add(note.path("id").asLong())).isTrue());
        return part.path("continueFrom").asText();
    }
}
