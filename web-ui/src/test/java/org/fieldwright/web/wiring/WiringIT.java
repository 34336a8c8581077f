package org.fieldwright.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import jakarta.validation.ConstraintViolationException;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowingConsumer;
import org.eclipse.microprofile.config.Config;
import org.fieldwright.domain.health.Condition;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.health.HealthReport;
import org.fieldwright.domain.health.Part;
import org.fieldwright.domain.health.SeeHealth;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.OpenPage;
import org.fieldwright.domain.manual.RemoveManual;
import org.fieldwright.domain.manual.UploadManual;
import org.fieldwright.domain.people.Person;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.web.security.SignedInPerson;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What only a server can show: that the portal's annotations mean something to it. The whole portal is deployed, without the gate,
 * behind which Arquillian could not reach its own servlet; each test runs inside.
 */
@ExtendWith(ArquillianExtension.class)
class WiringIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    private SignedInPerson signedIn;

    @Inject
    private RemoveManual removeManual;

    @Inject
    private OpenPage openPage;

    @Inject
    private UploadManual uploadManual;

    @Inject
    private DurableTasks tasks;

    @Inject
    private SeeHealth seeHealth;

    @Inject
    private RecordedWork work;

    @Inject
    private DataSource database;

    @Inject
    private Config config;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static WebArchive portal() throws IOException {
        Path descriptor = Path.of("src/main/webapp/WEB-INF/web.xml");
        String withoutGate = Files.readString(descriptor)
                .replaceAll(
                        "(?s)<filter-mapping>\\s*<filter-name>(gate|body-limits)</filter-name>.*?</filter-mapping>",
                        "");
        return ShrinkWrap.create(ZipImporter.class, "fieldwright.war")
                .importFrom(new File("target/fieldwright.war"))
                .as(WebArchive.class)
                .setWebXML(new StringAsset(withoutGate))
                .addClasses(RecordedWork.class, WiringServer.class)
                .addAsLibraries(jarOf(Assertions.class));
    }

    private static File jarOf(Class<?> known) {
        return new File(
                known.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    @Test
    void a_use_case_is_closed_to_nobody_in_particular_and_to_the_wrong_role() {
        ManualId manual = ManualId.random();

        assertThatThrownBy(() -> removeManual.remove(manual)).satisfies(is(Fault.NOT_SIGNED_IN));
        assertThatThrownBy(() -> as(Role.TECHNICIAN, () -> {
                    removeManual.remove(manual);
                    return null;
                }))
                .satisfies(is(Fault.NOT_ALLOWED));
    }

    @Test
    void what_costs_effort_is_counted() {
        Person technician = person(Role.TECHNICIAN);
        ManualId manual = ManualId.random();

        assertThatThrownBy(() -> signedIn.onBehalfOf(technician, () -> openPage.draw(manual, 1, 800)))
                .satisfies(is(Fault.NOT_FOUND));
        assertThatThrownBy(() -> signedIn.onBehalfOf(technician, () -> openPage.draw(manual, 1, 800)))
                .satisfies(is(Fault.TOO_MANY));
    }

    @Test
    void a_use_case_that_fails_halfway_leaves_nothing_behind() throws Exception {
        long before = count("original");

        assertThatThrownBy(() -> as(Role.ADMINISTRATOR, () -> upload("a title that the database refuses: \0")))
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(FaultException.class);

        assertThat(count("original")).isEqualTo(before);
        assertThat(count("manual")).isZero();
    }

    @Test
    void a_command_out_of_shape_is_refused_before_anything_is_read() throws Exception {
        assertThatThrownBy(() -> as(Role.ADMINISTRATOR, () -> upload("x".repeat(201))))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("Please keep the title under 200 characters.");
        assertThat(count("original")).isZero();
    }

    @Test
    void durable_work_is_done_after_the_commit_that_asked_for_it_and_not_after_a_rollback() throws Exception {
        transaction.begin();
        tasks.submit(RecordedWork.KIND, "never decided");
        transaction.rollback();
        transaction.begin();
        tasks.submit(RecordedWork.KIND, "decided");
        assertThat(work.done()).isEmpty();
        transaction.commit();

        await(() -> !work.done().isEmpty());

        assertThat(work.done()).containsExactly("decided");
    }

    @Test
    void every_part_of_the_house_is_looked_at_by_a_thread_of_the_server() throws Exception {
        HealthReport report = as(Role.MANAGER, seeHealth::look);

        assertThat(report.findings()).extracting(Finding::part).containsExactly(Part.values());
        assertThat(report.findings()).extracting(Finding::condition).doesNotContain(Condition.BAD);
    }

    @Test
    void a_secret_is_read_from_its_file() {
        assertThat(config.getValue("fieldwright.wiring.secret", String.class)).isEqualTo(WiringServer.SECRET_IN_A_FILE);
    }

    @Test
    @RunAsClient
    void every_health_check_says_its_name(@ArquillianResource URL portal) throws IOException {
        String health;
        try (InputStream answer =
                portal.toURI().resolve("/health/ready").toURL().openStream()) {
            health = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }

        assertThat(health).contains("\"status\":\"UP\"", "\"name\":\"database\"", "\"name\":\"search\"");
    }

    @Test
    @RunAsClient
    void without_a_key_no_event_is_taken(@ArquillianResource URL portal) throws Exception {
        HttpRequest event = HttpRequest.newBuilder(portal.toURI().resolve("/webhooks/servicetitan"))
                .header("Content-Type", "application/json")
                .header("x-servicetitan-signature", "00")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(event, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    private UploadManual.Outcome upload(String title) {
        return uploadManual.upload(
                new UploadManual.Upload("heater.txt", title, Equipment.UNKNOWN),
                new ByteArrayInputStream("E4: flame lost".getBytes(StandardCharsets.UTF_8)));
    }

    private <T> T as(Role role, Callable<T> work) throws Exception {
        return signedIn.onBehalfOf(person(role), work);
    }

    private static Person person(Role role) {
        return new Person(UUID.randomUUID(), "somebody@shop.example", "Somebody", Set.of(role));
    }

    private static ThrowingConsumer<Throwable> is(Fault fault) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void await(BooleanSupplier condition) throws TimeoutException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("not within " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
