package org.fieldwright.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A language model's endpoint on this machine. It says one piece after the other, each when the test says so. */
public final class PretendModel implements AutoCloseable {
    public static final String NAME = "small-one";

    private static final String FINISHED = "\u0000finished";
    private static final String BROKEN = "\u0000broken";
    private static final int PATIENCE_SECONDS = 60;

    private final HttpServer server;
    private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();

    private PretendModel(HttpServer server) {
        this.server = server;
    }

    static PretendModel start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PretendModel model = new PretendModel(server);
        server.createContext("/v1/chat/completions", model::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return model;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    public void say(String words) {
        pieces.add(words);
    }

    /** Ends the answer as a model does that has said all. */
    public void finish() {
        pieces.add(FINISHED);
    }

    /** Ends the answer in the middle, without a word. */
    public void breakOff() {
        pieces.add(BROKEN);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            for (String piece = next(); !piece.equals(BROKEN); piece = next()) {
                if (piece.equals(FINISHED)) {
                    write(out, chunk("", "stop") + "data: [DONE]\n\n");
                    return;
                }
                write(out, chunk(piece, null));
            }
        }
    }

    private String next() throws IOException {
        try {
            String piece = pieces.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return piece == null ? BROKEN : piece;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String chunk(String words, String finish) {
        var choice = Json.createObjectBuilder()
                .add("index", 0)
                .add("delta", Json.createObjectBuilder().add("content", words));
        if (finish != null) {
            choice.add("finish_reason", finish);
        }
        return "data: "
                + Json.createObjectBuilder()
                        .add("id", "c")
                        .add("object", "chat.completion.chunk")
                        .add("created", 1)
                        .add("model", NAME)
                        .add("choices", Json.createArrayBuilder().add(choice))
                        .build()
                + "\n\n";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
