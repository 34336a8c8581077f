package org.fieldwright.launch.sandbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.fieldwright.launch.database.DatabaseAddress;
import org.fieldwright.sandbox.SandboxServer;
import org.fieldwright.sandbox.SandboxSettings;

/** The ServiceTitan sandbox in this process, with a database of its own in our PostgreSQL. For this machine only. */
public final class DeskSandbox implements AutoCloseable {
    /** Its database, beside the portal's. */
    public static final String DATABASE = "servicetitan_sandbox";

    private static final int CONNECTIONS = 8;

    private final int port;
    private final SandboxSettings settings;
    private HikariDataSource database;
    private SandboxServer server;

    private DeskSandbox(int port, SandboxSettings settings) {
        this.port = port;
        this.settings = settings;
    }

    /**
     * Chooses its port; it starts later, so that it does not hold up the portal.
     *
     * @param environment may hold the sandbox's own settings, such as {@code SANDBOX_SEED}
     */
    public static DeskSandbox on(int port, Map<String, String> environment) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return new DeskSandbox(
                    socket.getLocalPort(),
                    SandboxSettings.read(name -> environment.get(
                            name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'))));
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What the portal has to know of it: where it is, and the key that its events are signed with. */
    public Map<String, String> environment() {
        return Map.of(
                "FIELDWRIGHT_DEMO_SANDBOX",
                address().toString(),
                "FIELDWRIGHT_WEBHOOKS_KEY",
                settings.webhooks().key());
    }

    /**
     * Starts it; the first time it fills its database with a made-up shop, which takes some seconds.
     *
     * @param portal where its events go
     */
    public synchronized void start(DatabaseAddress address, URI portal) throws IOException {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        database = new HikariDataSource(pool);
        server = SandboxServer.start(
                database,
                port,
                settings.withWebhooks(settings.webhooks().withCallback(portal.resolve("/webhooks/servicetitan"))));
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
