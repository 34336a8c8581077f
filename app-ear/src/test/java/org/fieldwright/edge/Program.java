package org.fieldwright.edge;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.fieldwright.launch.Portal;

/** A program that uses the API, with a token or without. */
public final class Program {
    private final URI portal;
    private final HttpClient client;
    private final String token;

    private Program(URI portal, HttpClient client, String token) {
        this.portal = portal;
        this.client = client;
        this.token = token;
    }

    public static Program without(URI portal) {
        return without(portal, HttpClient.newHttpClient());
    }

    static Program without(URI portal, HttpClient client) {
        return new Program(portal, client, "");
    }

    /** With a new token of a demo account. */
    public static Program of(Portal portal, String role) {
        return without(portal.address()).with(Portal.account(role));
    }

    public Program with(String email) {
        return with(email, Portal.DEMO_PASSWORD);
    }

    public Program with(String email, String password) {
        HttpResponse<String> answer = post("api/v1/tokens", credentials(email, password));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("no token for " + email + ": " + answer.body());
        }
        return withToken(object(answer).getString("token"));
    }

    Program withToken(String other) {
        return new Program(portal, client, other);
    }

    String token() {
        return token;
    }

    static String credentials(String email, String password) {
        return Json.createObjectBuilder()
                .add("email", email)
                .add("password", password)
                .add("name", "edge")
                .build()
                .toString();
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> upload(String fileName, byte[] content) {
        String boundary = "fieldwright-edge";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + content.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(content, 0, body, head.length, content.length);
        System.arraycopy(tail, 0, body, head.length + content.length, tail.length);
        return send(request("api/v1/manuals")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(portal.resolve(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException("The portal did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonObject object(HttpResponse<String> answer) {
        return json(answer).asJsonObject();
    }

    static JsonStructure json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.read();
        }
    }

    static String contentType(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }
}
