package org.fieldwright.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.fieldwright.launch.LaunchedBundle;
import org.fieldwright.sandbox.SandboxServer;
import org.fieldwright.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A thousand approved actions, while ServiceTitan answers with 429 and 5xx, does things without saying so, loses, doubles and reorders its
 * events, forgets its tokens, and the power fails twice. In the end each has happened once, in its order, and the mirror is the same as what
 * it mirrors.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AThousandEffectsIT {
    private static final int EFFECTS = 1_000;
    private static final int NOTES = 500;
    private static final int JOBS_WITH_NOTES = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String FAULTS = """
            {"seed": 7, "tooMany": 0.07, "serverErrors": 0.03, "lostAnswers": 0.05,
             "lostEvents": 0.05, "doubledEvents": 0.05, "reorderedEvents": 0.05}""";

    private EmbeddedPostgres shop;
    private SandboxServer sandbox;
    private SandboxSettings settings;
    private Path data;
    private int portalPort;
    private int databasePort;
    private LaunchedBundle portal;

    @BeforeAll
    void open() throws IOException {
        shop = EmbeddedPostgres.builder().start();
        portalPort = LaunchedBundle.freePort();
        databasePort = LaunchedBundle.freePort();
        data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "chaos-");
        SandboxSettings demo = SandboxSettings.demo();
        settings = demo.withTokenLifetime(Duration.ofSeconds(90))
                .withWebhooks(demo.webhooks()
                        .withCallback(URI.create("http://127.0.0.1:" + portalPort + "/webhooks/servicetitan"))
                        .withRetries(List.of(Duration.ofSeconds(1), Duration.ofSeconds(3))));
        sandbox = SandboxServer.start(shop.getPostgresDatabase(), 0, settings);
        portal = launched();
    }

    private LaunchedBundle launched() throws IOException {
        Map<String, String> environment = Map.of(
                "FIELDWRIGHT_DEMO_SANDBOX",
                sandbox.address().toString(),
                "FIELDWRIGHT_WEBHOOKS_KEY",
                settings.webhooks().key(),
                "FIELDWRIGHT_TASKS_THREADS",
                "6",
                "FIELDWRIGHT_TASKS_POLL_EVERY",
                "PT0.2S");
        return LaunchedBundle.startOn(portalPort, data, environment, "--no-sandbox", "--database-port=" + databasePort)
                .awaitReady();
    }

    @AfterAll
    void close() throws IOException {
        if (portal != null) {
            portal.close();
        }
        if (sandbox != null) {
            sandbox.close();
        }
        shop.close();
    }

    @Test
    void a_thousand_actions_through_faults_and_two_power_cuts_are_a_thousand_effects() throws Exception {
        desk("PUT", "/desk/faults", FAULTS);
        approve();

        await("a third is done", () -> done() >= EFFECTS / 3);
        portal.killAllHard();
        desk("POST", "/desk/tokens/expire", "{}");
        portal = launched();
        await("two thirds are done", () -> done() >= 2 * EFFECTS / 3);
        portal.killAllHard();
        portal = launched();
        await("all is done", () -> done() == EFFECTS);
        desk("PUT", "/desk/faults", "{}");
        catchUp();

        assertThat(ours("job-note", "text")).doesNotHaveDuplicates().hasSize(NOTES);
        assertThat(ours("customer", "name")).doesNotHaveDuplicates().hasSize(200);
        assertThat(ours("estimate", "name")).doesNotHaveDuplicates().hasSize(200);
        assertThat(ours("job", "summary")).doesNotHaveDuplicates().hasSize(100);
        assertThat(notesOutOfOrder()).isZero();
        for (String kind : List.of("customer", "location", "job", "job-note", "appointment", "estimate", "invoice")) {
            assertThat(mirrored(kind)).as(kind).isEqualTo(there(kind));
        }
    }

    /** As decisions do: the effect and the task that delivers it, in one transaction. */
    private void approve() throws SQLException {
        List<Long> jobs =
                numbers("select id from document where kind = 'job' and active order by id limit " + JOBS_WITH_NOTES);
        long sku = numbers("select id from document where kind = 'material' and active order by id limit 1")
                .getFirst();
        try (Connection connection = portalDatabase()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < NOTES; i++) {
                long job = jobs.get(i % JOBS_WITH_NOTES);
                put(connection, "job " + job, "AddNote", """
                        {"subject": "JOB", "subjectId": %d, "text": "chaos %04d", "pinToTop": false}""".formatted(job, i));
            }
            for (int i = 0; i < 200; i++) {
                put(connection, "customer " + i, "CreateCustomer", customer("chaos " + i));
                long job = jobs.get(i % JOBS_WITH_NOTES);
                put(connection, "job " + job, "CreateEstimate", """
                        {"jobId": %d, "name": "chaos %04d", "summary": "A part", "lines": [{"skuId": %d, "description": "A part",
                         "quantity": 2, "unitPrice": 189.00, "unitCost": 21.35}]}""".formatted(job, i, sku));
            }
            for (int i = 0; i < 100; i++) {
                put(connection, "new job " + i, "CreateJob", job("chaos " + i));
            }
            connection.commit();
        }
    }

    private static String customer(String name) {
        String address = """
                {"street": "12 Elm St", "unit": "", "city": "Springfield", "state": "IL", "zip": "62701", "country": "USA"}""";
        return """
                {"name": "%s", "residential": true, "address": %s, "contacts": [], "locations": [{"name": "Home", "address": %s,
                 "contacts": []}], "tagTypeIds": []}""".formatted(name, address, address);
    }

    private String job(String summary) throws SQLException {
        String like = "select (body ->> '%s')::bigint from document where kind = 'job' and active order by id limit 1";
        return """
                {"customerId": %d, "locationId": %d, "businessUnitId": %d, "jobTypeId": %d, "priority": "NORMAL", "campaignId": %d,
                 "appointments": [{"start": "2027-01-04T15:00:00Z", "end": "2027-01-04T17:00:00Z", "technicianIds": []}],
                 "summary": "%s", "tagTypeIds": []}""".formatted(
                        numbers(like.formatted("customerId")).getFirst(),
                        numbers(like.formatted("locationId")).getFirst(),
                        numbers(like.formatted("businessUnitId")).getFirst(),
                        numbers(like.formatted("jobTypeId")).getFirst(),
                        numbers(like.formatted("campaignId")).getFirst(),
                        summary);
    }

    private static void put(Connection connection, String lane, String kind, String effect) throws SQLException {
        execute(connection, """
                insert into outbox (key, lane, kind, effect, why, decided_by, decided_at, state, tries, next_at, reason, trace_id, created_id)
                values (?::uuid, ?, ?, ?::jsonb, 'Chaos', 'test', now(), 'WAITING', 0, now(), '', '', 0)
                """, UUID.randomUUID().toString(), lane, kind, effect);
        execute(connection, """
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values ('outbox.lane', ?, now(), false, 1) on conflict do nothing
                """, lane);
    }

    private static void execute(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private int done() throws SQLException {
        assertThat(portalTexts("select kind || ' ' || reason from outbox where state = 'PARKED'"))
                .isEmpty();
        return Integer.parseInt(portalTexts("select count(*)::text from outbox where state = 'DONE'")
                .getFirst());
    }

    /** Every feed is read to its end once more, without waiting for its turn. */
    private void catchUp() throws Exception {
        String before = portalTexts("select now()::text").getFirst();
        try (Connection connection = portalDatabase()) {
            execute(connection, "update scheduled_tasks set execution_time = now() where task_name = 'mirror.feed'");
        }
        await(
                "every feed has caught up",
                () -> portalTexts("select feed from feed where running and (caught_up_at is null or caught_up_at < '"
                                + before + "')")
                        .isEmpty());
    }

    private List<String> ours(String kind, String field) throws SQLException {
        return texts(
                shop.getPostgresDatabase().getConnection(),
                "select body ->> '" + field + "' from document where kind = '" + kind + "' and body ->> '" + field
                        + "' like 'chaos %'");
    }

    /** Notes of one job that came after a later one. */
    private long notesOutOfOrder() throws SQLException {
        return numbers("""
                select count(*) from document as one join document as other
                    on other.kind = one.kind and other.body ->> 'jobId' = one.body ->> 'jobId' and other.id > one.id
                where one.kind = 'job-note' and one.body ->> 'text' like 'chaos %' and other.body ->> 'text' like 'chaos %'
                    and other.body ->> 'text' < one.body ->> 'text'
                """).getFirst();
    }

    /** Id, state and time of the last change of every record, as the shop has it. */
    private List<String> there(String kind) throws SQLException {
        return texts(
                shop.getPostgresDatabase().getConnection(),
                "select id || ' ' || active || ' ' || coalesce((body ->> 'modifiedOn')::timestamptz at time zone 'UTC', modified"
                        + " at time zone 'UTC') from document where kind = '" + kind + "' order by id");
    }

    private List<String> mirrored(String kind) throws SQLException {
        return portalTexts("select id || ' ' || active || ' ' || (modified_on at time zone 'UTC') from mirror."
                + kind.replace('-', '_') + " order by id");
    }

    private List<Long> numbers(String sql) throws SQLException {
        return texts(shop.getPostgresDatabase().getConnection(), sql).stream()
                .map(Long::valueOf)
                .toList();
    }

    private List<String> portalTexts(String sql) throws SQLException {
        return texts(portalDatabase(), sql);
    }

    private static List<String> texts(Connection opened, String sql) throws SQLException {
        try (Connection connection = opened;
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private Connection portalDatabase() throws SQLException {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + databasePort + "/fieldwright",
                    "fieldwright",
                    Files.readString(data.resolve("database.password")).strip());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void desk(String method, String path, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(sandbox.address().resolve(path))
                            .header("X-Desk-Key", settings.controlKey())
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        }
    }

    private static void await(String what, Callable<Boolean> event) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!event.call()) {
            assertThat(Instant.now()).as("waiting until " + what).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }
}
