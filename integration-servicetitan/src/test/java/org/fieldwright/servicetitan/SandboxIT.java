package org.fieldwright.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.fieldwright.domain.mirror.Copy;
import org.fieldwright.domain.mirror.Feed;
import org.fieldwright.domain.mirror.FeedSource;
import org.fieldwright.domain.mirror.Kind;
import org.fieldwright.domain.outbox.Effect;
import org.fieldwright.domain.outbox.EffectSender.Receipt;
import org.fieldwright.domain.servicetitan.Capability;
import org.fieldwright.domain.servicetitan.Connection;
import org.fieldwright.domain.servicetitan.ConnectionProbe.Result;
import org.fieldwright.domain.servicetitan.InMemoryCapabilities;
import org.fieldwright.domain.servicetitan.InMemoryConnections;
import org.fieldwright.sandbox.SandboxServer;
import org.fieldwright.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client and the sandbox share no line of code, and understand each other. */
class SandboxIT {
    private static final int SEVERAL = 1_000;
    private static EmbeddedPostgres database;
    private static SandboxServer sandbox;
    private static Connection connection;
    private static Line line;
    private static RestFeedSource source;

    @BeforeAll
    static void start() throws IOException {
        SandboxSettings settings = SandboxSettings.demo()
                .withCallsPerSecond(SEVERAL)
                .withCapabilities(Set.of("complete-jobs", "hold-jobs"));
        database = EmbeddedPostgres.builder().start();
        sandbox = SandboxServer.start(database.getPostgresDatabase(), 0, settings);
        URI here = sandbox.address();
        connection = new Connection(
                Connection.Place.OTHER,
                here,
                here,
                settings.tenant(),
                settings.clientId(),
                settings.clientSecret(),
                settings.appKey(),
                PretendTitan.GUID);
        InMemoryConnections connections = new InMemoryConnections();
        connections.keep(connection, "an administrator", PretendTitan.NOON);
        line = new Line(
                connections,
                new ServiceTitanSettings(60, Duration.ofSeconds(60), Duration.ofSeconds(30)),
                Clock.systemUTC(),
                time -> {});
        source = new RestFeedSource(line);
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
        database.close();
    }

    private static Map<Long, Copy> loaded(Feed feed) {
        Map<Long, Copy> copies = new HashMap<>();
        String position = FeedSource.BEGINNING;
        FeedSource.Part part;
        do {
            part = source.next(feed, position);
            assertThat(part.unreadable()).isEmpty();
            part.copies().forEach(copy -> copies.put(copy.id(), copy));
            position = part.position();
        } while (part.more());
        return copies;
    }

    private static JsonObject json(Copy copy) {
        try (JsonReader reader = Json.createReader(new StringReader(copy.json()))) {
            return reader.readObject();
        }
    }

    private static JsonObject some(Feed feed, Predicate<JsonObject> wanted) {
        return loaded(feed).values().stream()
                .filter(Copy::active)
                .map(SandboxIT::json)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the sandbox has no such record in " + feed));
    }

    private static long id(JsonObject record) {
        return record.getJsonNumber("id").longValueExact();
    }

    @Test
    void the_connection_works_and_opens_everything() {
        Result result = new RestConnectionProbe(Clock.systemUTC()).probe(connection);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Works.class, works -> assertThat(works.missing()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Feed.class)
    void a_feed_is_read_to_its_end_and_goes_on_there(Feed feed) {
        Map<Long, Copy> copies = loaded(feed);

        assertThat(copies.isEmpty()).isEqualTo(feed == Feed.LEADS); // the shop has none
        Kind kind = feed.kind();
        if (source.readsOne(kind) && !copies.isEmpty()) {
            Copy last = copies.get(Collections.max(copies.keySet()));
            Optional<Copy> alone = source.read(kind, last.id());
            assertThat(alone).isPresent();
            Set<String> fields = new HashSet<>(json(last).keySet());
            fields.remove("active");
            assertThat(json(alone.get()).keySet()).containsAll(fields);
        }
    }

    @Test
    void every_effect_that_is_sent_twice_happens_once() {
        InMemoryCapabilities capabilities = new InMemoryCapabilities();
        capabilities.change(Capability.COMPLETE_JOBS, true, "an administrator", PretendTitan.NOON);
        capabilities.change(Capability.HOLD_JOBS, true, "an administrator", PretendTitan.NOON);
        PlainFiles files = new PlainFiles();
        RestEffectSender sender = new RestEffectSender(line, capabilities, files);

        List<Effect> effects = effects(sender, files);
        Map<Feed, Integer> before = sizes();

        for (Effect effect : effects) {
            UUID key = UUID.randomUUID();
            Receipt first = sender.send(effect, key, false);
            Receipt second = sender.send(effect, key, true);

            assertThat(first.found()).as(effect.inWords()).isFalse();
            assertThat(second.found()).as("again: " + effect.inWords()).isTrue();
            if (first.id() != 0) {
                assertThat(second.id()).as("again: " + effect.inWords()).isEqualTo(first.id());
            }
        }

        assertThat(sizes())
                .allSatisfy((feed, size) -> assertThat(size)
                        .as(feed.inWords())
                        .isEqualTo(before.get(feed) + (feed == Feed.LOCATIONS ? 2 : 1)));
    }

    /** Of what one effect each adds to; a customer brings a location along. */
    private static Map<Feed, Integer> sizes() {
        Map<Feed, Integer> sizes = new HashMap<>();
        for (Feed feed :
                List.of(Feed.CUSTOMERS, Feed.LOCATIONS, Feed.BOOKINGS, Feed.JOBS, Feed.JOB_NOTES, Feed.ESTIMATES)) {
            sizes.put(feed, loaded(feed).size());
        }
        return sizes;
    }

    private static List<Effect> effects(RestEffectSender sender, PlainFiles files) {
        Instant morning =
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(3));
        Effect.Address home = new Effect.Address("12 Elm St", "", "Springfield", "IL", "62701", "USA");
        List<Effect.Contact> phone = List.of(new Effect.Contact(Effect.Way.MOBILE_PHONE, "217-555-0112", ""));
        JsonObject location = some(Feed.LOCATIONS, any -> true);
        long customerId = location.getJsonNumber("customerId").longValueExact();
        long locationId = id(location);
        long unit = id(some(Feed.BUSINESS_UNITS, any -> true));
        long jobType = id(some(Feed.JOB_TYPES, any -> true));
        long campaign = id(some(Feed.CAMPAIGNS, any -> true));
        long technician = id(some(Feed.TECHNICIANS, any -> true));
        long employee = id(some(Feed.EMPLOYEES, any -> true));
        long sku = id(some(Feed.SERVICES, any -> true));
        long tag = id(some(Feed.TAG_TYPES, any -> true));
        long event = id(some(
                Feed.RECURRING_EVENTS,
                found -> !Records.text(found, "status").equals("Won") && Records.number(found, "jobId") == 0));
        Effect job = new Effect.CreateJob(
                customerId,
                locationId,
                unit,
                jobType,
                Effect.Priority.NORMAL,
                campaign,
                List.of(new Effect.NewAppointment(
                        morning, morning.plusSeconds(7_200), Optional.empty(), Optional.empty(), List.of())),
                "No heat upstairs",
                List.of(),
                OptionalLong.empty());
        long jobId = sender.send(job, UUID.randomUUID(), false).id();
        JsonObject created = json(source.read(Kind.JOB, jobId).orElseThrow());
        long appointment = Records.number(created, "firstAppointmentId");
        long invoice = Records.number(created, "invoiceId");
        long other = sender.send(job, UUID.randomUUID(), false).id();
        long open = sender.send(estimate(jobId, "To be sold", sku), UUID.randomUUID(), false)
                .id();
        long unwanted = sender.send(estimate(jobId, "To be dismissed", sku), UUID.randomUUID(), false)
                .id();
        sender.send(item(invoice, sku, "3"), UUID.randomUUID(), false);
        long removed = Records.number(
                Records.objects(json(source.read(Kind.INVOICE, invoice).orElseThrow()), "items")
                        .getFirst(),
                "id");
        return List.of(
                new Effect.CreateCustomer(
                        "Pat Example",
                        true,
                        home,
                        phone,
                        List.of(new Effect.NewLocation("Home", home, phone)),
                        List.of(tag)),
                new Effect.CreateLocation(customerId, "Cabin", home, phone, List.of()),
                new Effect.CreateBooking(
                        bookingProvider(),
                        "Phone",
                        "Pat Example",
                        Optional.of(home),
                        phone,
                        true,
                        Optional.of(morning),
                        "No heat",
                        OptionalLong.of(campaign),
                        OptionalLong.of(unit),
                        OptionalLong.of(jobType),
                        Optional.of(Effect.Priority.URGENT),
                        false),
                job,
                new Effect.AddNote(Effect.Subject.JOB, jobId, "Replaced capacitor", true),
                new Effect.AddNote(Effect.Subject.CUSTOMER, customerId, "Has a dog", false),
                new Effect.AddNote(Effect.Subject.LOCATION, locationId, "Gate 42", false),
                new Effect.Assign(jobId, appointment, List.of(technician)),
                new Effect.Unassign(jobId, appointment, List.of(technician)),
                estimate(jobId, "Better", sku),
                new Effect.SellEstimate(open, technician),
                new Effect.DismissEstimate(unwanted),
                item(invoice, sku, "2"),
                new Effect.RemoveInvoiceItem(invoice, removed),
                new Effect.CreateTask(
                        "Call back",
                        "Asked for a quote",
                        employee,
                        employee,
                        unit,
                        taskThing("taskTypes"),
                        taskThing("taskSources"),
                        Effect.Priority.LOW,
                        morning,
                        Optional.empty(),
                        OptionalLong.of(customerId),
                        OptionalLong.of(jobId)),
                new Effect.Tag(Effect.Subject.JOB, jobId, tag),
                new Effect.Untag(Effect.Subject.JOB, jobId, tag),
                new Effect.AttachToJob(
                        jobId, "nameplate.jpg", "image/jpeg", files.keep("a picture".getBytes(StandardCharsets.UTF_8))),
                new Effect.MarkVisit(event, jobId, true),
                new Effect.MarkVisit(event, jobId, false),
                new Effect.HoldJob(other, holdReason(), "Waiting for a part"),
                new Effect.CompleteJob(jobId, morning));
    }

    private static Effect.CreateEstimate estimate(long jobId, String name, long sku) {
        return new Effect.CreateEstimate(
                jobId,
                name,
                "New capacitor",
                List.of(new Effect.EstimateLine(
                        sku, "Capacitor", new BigDecimal("2"), new BigDecimal("189.00"), new BigDecimal("21.35"))));
    }

    private static Effect.PutInvoiceItem item(long invoice, long sku, String quantity) {
        return new Effect.PutInvoiceItem(
                invoice,
                OptionalLong.empty(),
                OptionalLong.of(sku),
                "Capacitor",
                new BigDecimal(quantity),
                new BigDecimal("189.00"),
                OptionalLong.empty());
    }

    private static String bookingProvider() {
        JsonObject tags = line.read(
                Scopes.BOOKINGS,
                clients -> clients.of(CrmApi.class).read(clients.tenant(), "booking-provider-tags", ReadQuery.none()));
        return Long.toString(id(new Page(tags).records().getFirst()));
    }

    private static long taskThing(String list) {
        JsonObject data = line.read(
                Scopes.TASKS, clients -> clients.of(TasksApi.class).read(clients.tenant(), "data", ReadQuery.none()));
        return id(Records.objects(data, list).getFirst());
    }

    private static long holdReason() {
        JsonObject reasons = line.read(
                Scopes.JOBS,
                clients -> clients.of(JobsApi.class).read(clients.tenant(), "job-hold-reasons", ReadQuery.none()));
        return id(new Page(reasons).records().getFirst());
    }
}
