package org.fieldwright.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.fieldwright.sandbox.door.Answer;
import org.fieldwright.sandbox.door.Call;
import org.fieldwright.sandbox.store.Bytes;

/** The sandbox on the JDK's own small server: for tests, and for a desk without an application server. */
public final class SandboxServer implements AutoCloseable {
    private static final int THREADS = 16;
    private final Sandbox sandbox;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();

    private SandboxServer(Sandbox sandbox, int port) throws IOException {
        this.sandbox = sandbox;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(workers);
        server.createContext("/", this::serve);
    }

    /**
     * Starts on a port of this machine only; 0 takes a free one.
     *
     * @param database an empty one, or one that a sandbox had before
     */
    public static SandboxServer start(DataSource database, int port, SandboxSettings settings) throws IOException {
        return start(database, port, settings, Clock.systemUTC());
    }

    /** As {@link #start(DataSource, int, SandboxSettings)}, with another clock for the machine. */
    public static SandboxServer start(DataSource database, int port, SandboxSettings settings, Clock machine)
            throws IOException {
        SandboxServer server = new SandboxServer(new Sandbox(database, settings, machine), port);
        server.sandbox.begin(server.rounds);
        server.server.start();
        return server;
    }

    /** Where it answers, without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        rounds.shutdownNow();
        sandbox.close();
        workers.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        URI uri = exchange.getRequestURI();
        Answer answer = sandbox.answer(new Call(
                exchange.getRequestMethod(),
                uri.getPath(),
                uri.getRawQuery(),
                headers,
                Bytes.of(exchange.getRequestBody().readAllBytes())));
        hold(answer);
        if (answer.lost()) {
            // Nothing was sent yet: closing now breaks the connection.
            exchange.close();
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        int length = answer.body().length();
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer.body().array());
        }
    }

    private static void hold(Answer answer) throws IOException {
        try {
            Thread.sleep(answer.after());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while an answer was held back", stopped);
        }
    }
}
