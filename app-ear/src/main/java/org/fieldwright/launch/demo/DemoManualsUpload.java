package org.fieldwright.launch.demo;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Hands the demo manuals to the portal as a customer would: through its REST interface, as the demo administrator. Done
 * once for a data folder; a second time would do no harm, since the portal recognises content it has.
 */
public final class DemoManualsUpload {

    private static final String ACCOUNT = "admin@demo.fieldwright";
    private static final String PASSWORD = "fieldwright-demo";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI api;
    private final Path note;
    private final Consumer<String> news;
    private final Duration pause;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * An upload to come.
     *
     * @param portal the address of the portal, with a slash at its end
     * @param note remembers that the upload was done
     * @param news gets a line whenever there is something to tell
     * @param pause between two questions after the progress
     */
    public DemoManualsUpload(URI portal, Path note, Consumer<String> news, Duration pause) {
        this.api = portal.resolve("api/v1/");
        this.note = note;
        this.news = news;
        this.pause = pause;
    }

    /** Uploads what has not been uploaded yet, and waits until questions can be asked about it. */
    public void run(List<DemoManual> manuals) throws IOException, InterruptedException {
        if (Files.exists(note)) {
            return;
        }
        String token = token();
        news.accept("Uploading " + manuals.size() + " demo manuals");
        List<String> ids = new ArrayList<>();
        for (DemoManual manual : manuals) {
            ids.add(upload(manual, token));
        }
        Files.writeString(note, String.join("\n", ids) + "\n");
        int failed = awaitReading(ids, token);
        news.accept(
                failed == 0
                        ? "The demo manuals are ready: sign in and ask, for example, what fault code E21 means"
                        : failed + " of " + ids.size()
                                + " demo manuals could not be read; the list of manuals says why");
    }

    private String token() throws IOException, InterruptedException {
        String body = Json.createObjectBuilder(Map.of("email", ACCOUNT, "password", PASSWORD))
                .build()
                .toString();
        HttpRequest request = HttpRequest.newBuilder(api.resolve("tokens"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(request).getString("token");
    }

    private String upload(DemoManual manual, String token) throws IOException, InterruptedException {
        String boundary = "fieldwright-demo-manual";
        HttpRequest request = HttpRequest.newBuilder(api.resolve("manuals"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(manual, boundary)))
                .build();
        return send(request).getString("id");
    }

    private static byte[] multipart(DemoManual manual, String boundary) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, boundary, "name=\"title\"", "text/plain; charset=utf-8", utf8(manual.title()));
        part(body, boundary, "name=\"manufacturer\"", "text/plain; charset=utf-8", utf8(manual.manufacturer()));
        part(body, boundary, "name=\"model\"", "text/plain; charset=utf-8", utf8(manual.models()));
        part(body, boundary, "name=\"file\"; filename=\"" + manual.fileName() + "\"", "application/pdf", manual.pdf());
        body.write(utf8("--" + boundary + "--\r\n"));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, String type, byte[] content)
            throws IOException {
        body.write(utf8("--" + boundary + "\r\nContent-Disposition: form-data; " + name + "\r\nContent-Type: " + type
                + "\r\n\r\n"));
        body.write(content);
        body.write(utf8("\r\n"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Waits until all are read, one way or the other; how many failed. */
    private int awaitReading(List<String> ids, String token) throws IOException, InterruptedException {
        int toldReady = 0;
        while (true) {
            int ready = 0;
            int failed = 0;
            for (String id : ids) {
                switch (state(id, token)) {
                    case "ready" -> ready++;
                    case "failed" -> failed++;
                    default -> {
                        // Goes on.
                    }
                }
            }
            if (ready + failed == ids.size()) {
                return failed;
            }
            if (ready > toldReady) {
                toldReady = ready;
                news.accept(ready + " of " + ids.size() + " demo manuals are ready");
            }
            Thread.sleep(pause);
        }
    }

    private String state(String id, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("manuals/" + id))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        return send(request).getString("state");
    }

    private JsonObject send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("the portal answered " + response.statusCode() + " to "
                    + request.uri().getPath());
        }
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IOException("the portal's answer to " + request.uri().getPath() + " is no JSON", e);
        }
    }
}
