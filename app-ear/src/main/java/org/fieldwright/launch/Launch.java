package org.fieldwright.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.launch.database.DatabaseAddress;
import org.fieldwright.launch.database.EmbeddedDatabase;
import org.fieldwright.launch.database.OutsideDatabase;
import org.fieldwright.launch.demo.DemoManual;
import org.fieldwright.launch.demo.DemoManualsUpload;
import org.fieldwright.launch.sandbox.DeskSandbox;
import org.fieldwright.launch.server.Bundle;
import org.fieldwright.launch.server.PayaraMicro;
import org.fieldwright.launch.server.ReadableEvent;
import org.fieldwright.launch.server.Readiness;
import org.fieldwright.launch.server.ServerSettings;
import org.fieldwright.launch.tls.MachineNames;
import org.fieldwright.launch.tls.ServerKeyStore;

/**
 * One life of Fieldwright on this machine: data folder, database, server, ready, and all of it down again in the
 * opposite order. Whoever closes it may be another thread than the one that starts it.
 */
final class Launch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration REMINDER = Duration.ofSeconds(15);

    private final LaunchPlan plan;
    private final OperatorConsole console;
    private final Clock clock;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private volatile boolean stopping;
    private DataFolder data;
    private EmbeddedDatabase embedded;
    private Optional<DeskSandbox> sandbox = Optional.empty();
    private PayaraMicro server;

    Launch(LaunchPlan plan, OperatorConsole console, Clock clock) {
        this.plan = plan;
        this.console = console;
        this.clock = clock;
    }

    /**
     * Starts everything and waits until the portal is ready.
     *
     * @return how long that took
     */
    Duration start(Bundle bundle) throws LaunchRefused, InterruptedException {
        Instant begin = clock.instant();
        data = opened(DataFolder.open(plan.data()));
        if (PayaraMicro.stopLeftover(data)) {
            console.say("Stopped the server that a hard end had left running");
        }
        refuseUsedPorts();
        keepSealingKey();
        FirstStart.refuseWhereUnfit(plan, data);
        DatabaseAddress database = database();
        sandbox = sandbox();
        ServerSettings settings =
                new ServerSettings(plan.address(), plan.port(), https(), plan.memoryMegabytes(), environment(database));
        console.say("Starting the portal");
        server = opened(PayaraMicro.start(bundle, data, settings, this::pass));
        awaitReadiness();
        FirstStart.remember(plan, data);
        return Duration.between(begin, clock.instant());
    }

    /** Waits until the server ends by itself, which it should not. */
    void stay() throws LaunchRefused, InterruptedException {
        int code = server.waitFor();
        if (!stopping) {
            throw LaunchRefused.failed("The server has ended by itself (code " + code + ")."
                    + (server.reason().isEmpty() ? "" : " Its last problem: " + server.reason() + ".")
                    + " Its log is " + server.logFile() + ".");
        }
    }

    /** Hands the portal the demo manuals, beside everything else; they take a minute to be read. */
    void offerDemoManuals() {
        DemoManualsUpload upload = new DemoManualsUpload(
                URI.create("http://127.0.0.1:" + plan.port() + "/"),
                data.root().resolve("demo-manuals"),
                console::say,
                Duration.ofSeconds(2));
        Thread.ofPlatform().name("demo-manuals").daemon().start(() -> {
            try {
                upload.run(DemoManual.all());
            } catch (IOException e) {
                if (!stopping) {
                    console.warn(
                            "The demo manuals were not uploaded: " + e.getMessage() + ". The next start tries again.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private DatabaseAddress database() throws LaunchRefused {
        Optional<DatabaseAddress> outside = plan.outsideDatabase();
        if (outside.isPresent()) {
            OutsideDatabase.Found found = OutsideDatabase.check(outside.get());
            FirstStart.refuseWithoutAdministrator(plan, !found.used());
            console.say("Using PostgreSQL " + found.version() + " at "
                    + outside.get().url());
            return outside.get();
        }
        FirstStart.refuseWithoutAdministrator(plan, EmbeddedDatabase.isFirstStart(data));
        console.say("Starting PostgreSQL, data in " + data.postgres());
        embedded = opened(new EmbeddedDatabase(data));
        return embedded.start(plan.embeddedDatabasePort());
    }

    private Optional<DeskSandbox> sandbox() throws LaunchRefused {
        if (plan.sandboxPort().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(opened(DeskSandbox.on(plan.sandboxPort().get(), System.getenv())));
        } catch (IOException e) {
            throw LaunchRefused.portInUse("Port " + plan.sandboxPort().get()
                    + " cannot be used for the ServiceTitan sandbox (" + e.getMessage()
                    + "). Name another one: --sandbox-port=<port>, or start without: --no-sandbox.");
        }
    }

    /** Starts the ServiceTitan sandbox, beside everything else; the portal is connected to it. */
    void openSandbox() {
        sandbox.ifPresent(desk -> Thread.ofPlatform().name("sandbox").daemon().start(() -> {
            try {
                desk.start(embedded.another(DeskSandbox.DATABASE), URI.create("http://127.0.0.1:" + plan.port() + "/"));
                console.say("ServiceTitan sandbox, made-up data: " + desk.address());
            } catch (IOException | SQLException | RuntimeException e) {
                if (!stopping) {
                    console.warn("The ServiceTitan sandbox did not start: " + e.getMessage());
                }
            }
        }));
    }

    private Optional<ServerSettings.Https> https() throws LaunchRefused {
        if (plan.https().isEmpty()) {
            return Optional.empty();
        }
        LaunchPlan.Https https = plan.https().get();
        ServerKeyStore keyStore = ServerKeyStore.of(https.certificate(), data, MachineNames.ofThisMachine(), clock);
        console.say("Certificate fingerprint (SHA-256) " + keyStore.fingerprint());
        return Optional.of(new ServerSettings.Https(https.port(), keyStore));
    }

    /** The server reads it as the setting of that name. Several servers with one database must share one key. */
    private void keepSealingKey() throws LaunchRefused {
        if (System.getenv("FIELDWRIGHT_SECRETS_KEY") == null) {
            try {
                KeptSecret.in(data.secrets().resolve("fieldwright.secrets.key"));
            } catch (IOException e) {
                throw LaunchRefused.failed("The key that seals secrets cannot be kept in " + data.secrets() + ": "
                        + e.getMessage() + ". Make the folder writable.");
            }
        }
    }

    private Map<String, String> environment(DatabaseAddress database) {
        Map<String, String> environment = new HashMap<>();
        environment.put("FIELDWRIGHT_DATABASE_URL", database.url());
        environment.put("FIELDWRIGHT_DATABASE_USER", database.user());
        environment.put("FIELDWRIGHT_DATABASE_PASSWORD", database.password());
        environment.put("FIELDWRIGHT_DATA_DIRECTORY", data.derived().toString());
        environment.put("FIELDWRIGHT_DEMO", Boolean.toString(plan.demo()));
        environment.put("FIELDWRIGHT_PRODUCTION", Boolean.toString(plan.production()));
        environment.put("FIELDWRIGHT_SECURE_COOKIES", Boolean.toString(plan.secureCookies()));
        sandbox.ifPresent(desk -> environment.putAll(desk.environment()));
        plan.firstAdministrator().ifPresent(administrator -> {
            environment.put("FIELDWRIGHT_ADMIN_EMAIL", administrator.email());
            environment.put("FIELDWRIGHT_ADMIN_PASSWORD", administrator.password());
        });
        return environment;
    }

    private void awaitReadiness() throws LaunchRefused, InterruptedException {
        Readiness readiness = new Readiness(plan.port());
        Instant end = clock.instant().plus(plan.patience());
        Instant remindAt = clock.instant().plus(REMINDER);
        Readiness.Answer answer = readiness.ask();
        while (!(answer instanceof Readiness.Answer.Ready)) {
            if (stopping) {
                throw new InterruptedException("stopped while starting");
            }
            if (!server.isRunning() || server.deploymentFailed()) {
                throw LaunchRefused.failed("The portal did not start"
                        + (server.reason().isEmpty() ? "." : ": " + server.reason() + ".") + " The full log is "
                        + server.logFile() + ".");
            }
            if (clock.instant().isAfter(end)) {
                throw LaunchRefused.failed(
                        "The portal was not ready after " + plan.patience().toSeconds() + " seconds"
                                + missing(answer)
                                + (server.reason().isEmpty() ? "." : ". Its last problem: " + server.reason() + ".")
                                + " The full log is " + server.logFile() + ".");
            }
            if (clock.instant().isAfter(remindAt)) {
                console.say("Still starting" + missing(answer));
                remindAt = clock.instant().plus(REMINDER);
            }
            Thread.sleep(PAUSE);
            answer = readiness.ask();
        }
    }

    private static String missing(Readiness.Answer answer) {
        return answer instanceof Readiness.Answer.NotReady notReady
                        && !notReady.down().isEmpty()
                ? ", waiting for: " + String.join(", ", notReady.down())
                : "";
    }

    private void refuseUsedPorts() throws LaunchRefused {
        refuseUsed(plan.https().isPresent() ? "127.0.0.1" : plan.address(), plan.port(), "--port");
        if (plan.https().isPresent()) {
            refuseUsed(plan.address(), plan.https().get().port(), "--https-port");
        }
    }

    private static void refuseUsed(String address, int port, String option) throws LaunchRefused {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw LaunchRefused.portInUse("Port " + port + " of " + address + " cannot be used (" + e.getMessage()
                    + "). Stop what runs there, or name another port: " + option + "=<port>.");
        }
    }

    private void pass(ReadableEvent event) {
        if (event.problem()) {
            console.warn(event.text());
        } else {
            console.say(event.text());
        }
    }

    private <T extends AutoCloseable> T opened(T resource) {
        synchronized (open) {
            open.push(resource);
        }
        return resource;
    }

    /** Stops the server, then the database, then lets go of the data folder. */
    @Override
    public void close() {
        stopping = true;
        while (true) {
            AutoCloseable next;
            synchronized (open) {
                next = open.poll();
            }
            if (next == null) {
                return;
            }
            try {
                next.close();
            } catch (Exception e) {
                console.warn("Did not stop cleanly: " + e.getMessage());
            }
        }
    }
}
