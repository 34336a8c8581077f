package org.fieldwright.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.Sandbox;
import org.fieldwright.sandbox.SandboxSettings;
import org.fieldwright.sandbox.SeededShop;
import org.fieldwright.sandbox.contract.Contract;
import org.fieldwright.sandbox.contract.Fitting;
import org.fieldwright.sandbox.contract.Shape;
import org.fieldwright.sandbox.store.Bytes;
import org.fieldwright.sandbox.store.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest extends SeededShop {
    /** What came in at the receiver. */
    private record Delivery(JsonNode body, Bytes raw, String signature) {}

    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private volatile int answer = 204;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            Bytes raw = Bytes.of(exchange.getRequestBody().readAllBytes());
            String signature = exchange.getRequestHeaders().getFirst("x-servicetitan-signature");
            deliveries.add(new Delivery(Json.read(raw), raw, signature));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
        api.desk(
                "PUT",
                "webhooks",
                Caller.object(
                        "{'callback':'http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook'}"));
    }

    @AfterEach
    void hangUp() {
        receiver.stop(0);
    }

    private List<String> types() {
        return deliveries.stream()
                .map(delivery -> delivery.body().path("type").asText())
                .toList();
    }

    private JsonNode event(String type) {
        return deliveries.stream()
                .map(Delivery::body)
                .filter(body -> body.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private void sendAll() {
        while (sandbox.sendEvents() > 0) {
            clock.advance(Duration.ofMillis(1));
        }
    }

    @Test
    void a_booked_job_is_told_in_the_documented_envelope() {
        JsonNode job = book();

        sendAll();

        JsonNode event = event("tn.jpm.job-scheduled");
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("source").asText()).isEqualTo("https://webhooks.servicetitan.io");
        assertThat(event.path("id").asText())
                .isNotEmpty()
                .isNotEqualTo(event.path("userassignedid").asText());
        assertThat(event.path("data").path("job").path("id")).isEqualTo(job.path("id"));
        assertThat(event.path("data").path("job").has("summary")).isFalse();
        assertThat(event.path("data").path("tenantId").asLong()).isEqualTo(4_005_370L);
    }

    @Test
    void the_signature_is_over_the_body_as_it_came() throws Exception {
        book();

        sendAll();

        Delivery delivery = deliveries.getFirst();
        assertThat(delivery.signature()).isEqualTo(HexFormat.of().formatHex(hmac(delivery.raw())));
    }

    @Test
    void the_signature_can_be_written_in_base64_and_be_wrong_on_purpose() throws Exception {
        SandboxSettings settings =
                settings().withWebhooks(settings().webhooks().withEncoding(SandboxSettings.Encoding.BASE64));
        try (Sandbox other = new Sandbox(database, settings, clock)) {
            book();
            other.sendEvents();
        }
        Delivery right = deliveries.getFirst();
        deliveries.clear();

        api.desk("PUT", "faults", Caller.object("{'wrongSignatures':1}"));
        book();
        sendAll();

        assertThat(right.signature()).isEqualTo(Base64.getEncoder().encodeToString(hmac(right.raw())));
        assertThat(deliveries.getFirst().signature())
                .isNotEqualTo(
                        HexFormat.of().formatHex(hmac(deliveries.getFirst().raw())));
    }

    private byte[] hmac(Bytes body) throws Exception {
        String key = settings().webhooks().key();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(body.array());
    }

    @Test
    void who_does_not_answer_well_is_tried_again_after_10_30_60_and_300_seconds_and_then_no_more() {
        answer = 500;
        api.patch("/crm/v2/~/leads/" + lead(), Caller.object("{'summary':'again'}"));
        deliveries.clear();
        sandbox.sendEvents();
        int first = deliveries.size();

        for (int seconds : new int[] {10, 30, 60, 300}) {
            clock.advance(Duration.ofSeconds(seconds - 1));
            assertThat(sandbox.sendEvents()).as("before %s seconds", seconds).isZero();
            clock.advance(Duration.ofSeconds(1));
            assertThat(sandbox.sendEvents()).as("after %s seconds", seconds).isEqualTo(first);
        }
        clock.advance(Duration.ofHours(1));

        assertThat(sandbox.sendEvents()).isZero();
        assertThat(api.desk("GET", "events", null).path("dropped").asInt()).isEqualTo(first);
        assertThat(deliveries.stream()
                        .map(delivery -> delivery.body().path("userassignedid").asText())
                        .distinct())
                .hasSize(first);
        assertThat(deliveries.stream()
                        .map(delivery -> delivery.body().path("id").asText()))
                .doesNotHaveDuplicates();
    }

    private long lead() {
        return api.post(
                        "/crm/v2/~/leads",
                        Caller.object("{'campaignId':" + firstId("/marketing/v2/~/campaigns")
                                + ",'summary':'Call back','followUpDate':'2026-05-28'}"))
                .path("id")
                .asLong();
    }

    @Test
    void an_event_waits_for_the_receiver_over_a_restart() {
        answer = 500;
        lead();
        sandbox.sendEvents();
        answer = 200;
        deliveries.clear();
        clock.advance(Duration.ofSeconds(10));

        try (Sandbox restarted = new Sandbox(database, settings(), clock)) {
            restarted.sendEvents();
        }

        assertThat(types()).containsExactly("tn.crm.lead-created");
    }

    @Test
    void nothing_is_told_of_what_was_refused() {
        refused("POST", "/jpm/v2/~/jobs", jobRequest().put("leadId", 999_999_999L));

        sendAll();

        assertThat(deliveries).isEmpty();
    }

    @Test
    void by_plan_events_are_doubled_with_one_occurrence_lost_and_late() {
        api.desk("PUT", "faults", Caller.object("{'doubledEvents':1}"));
        lead();
        sendAll();
        List<Delivery> doubled = List.copyOf(deliveries);
        deliveries.clear();
        api.desk("PUT", "faults", Caller.object("{'lostEvents':1}"));
        lead();
        sendAll();
        int lost = deliveries.size();
        api.desk("PUT", "faults", Caller.object("{'reorderedEvents':1,'slownessMillis':5000}"));
        lead();
        sandbox.sendEvents();
        api.desk("PUT", "faults", Caller.object("{}"));
        long second = lead();
        sandbox.sendEvents();
        clock.advance(Duration.ofSeconds(6));
        sandbox.sendEvents();

        assertThat(doubled).hasSize(2);
        assertThat(doubled.get(0).body().path("userassignedid"))
                .isEqualTo(doubled.get(1).body().path("userassignedid"));
        assertThat(lost).isZero();
        assertThat(deliveries
                        .getFirst()
                        .body()
                        .path("data")
                        .path("lead")
                        .path("id")
                        .asLong())
                .isEqualTo(second);
        assertThat(deliveries).hasSize(2);
    }

    @Test
    void a_day_of_the_shop_tells_every_event_of_the_list_and_each_fits_its_published_shape() {
        JsonNode job = book();
        long id = job.path("id").asLong();
        long visit = job.path("firstAppointmentId").asLong();
        long invoice = job.path("invoiceId").asLong();
        long technician = firstId("/settings/v2/~/technicians");
        api.post(
                "/dispatch/v2/~/appointment-assignments/assign-technicians",
                Caller.object("{'jobAppointmentId':" + visit + ",'technicianIds':[" + technician + "]}"));
        api.patch(
                "/jpm/v2/~/appointments/" + visit + "/reschedule",
                Caller.object("{'start':'2026-05-25T15:00:00Z','end':'2026-05-25T17:00:00Z'}"));
        api.patch("/jpm/v2/~/jobs/" + id, Caller.object("{'summary':'More'}"));
        api.desk("POST", "appointments/" + visit + "/dispatch", null);
        api.desk("POST", "appointments/" + visit + "/arrive", null);
        api.desk("POST", "appointments/" + visit + "/finish", null);
        api.desk("POST", "jobs/" + id + "/complete", null);
        api.desk("POST", "invoices/" + invoice + "/batch", null);
        api.desk("POST", "invoices/" + invoice + "/post", null);
        api.post("/accounting/v2/~/invoices/markasexported", "[{\"invoiceId\":" + invoice + "}]");
        JsonNode task =
                api.post("/accounting/v2/~/invoices/" + invoice + "/tasks", Caller.object("{'templateId':'t'}"));
        String taskId = task.path("tasks").get(0).path("taskId").asText();
        api.patch("/accounting/v2/~/invoices/" + invoice + "/tasks/" + taskId, Caller.object("{'status':'Done'}"));
        api.patch("/crm/v2/~/leads/" + lead(), Caller.object("{'summary':'x'}"));
        JsonNode call = api.desk(
                "POST",
                "calls",
                Caller.object("{'from':'5125550111','customerId':"
                        + job.path("customerId").asLong() + "}"));
        classify(call.path("id").asLong());
        booking();
        long zone = firstId("/dispatch/v2/~/zones");
        api.patch("/dispatch/v2/~/zones/" + zone, Caller.object("{'name':'Renamed'}"));
        api.delete("/dispatch/v2/~/zones/" + zone);

        sendAll();

        Contract contract = new Contract();
        assertThat(types()).containsAll(contract.eventTypes());
        for (Delivery delivery : deliveries) {
            Shape shape = contract.event(delivery.body().path("type").asText());
            Fitting fitting = new Fitting(contract, "webhooks");
            fitting.fit(shape, delivery.body().path("data"));
            assertThat(fitting.problems())
                    .as(delivery.body().path("type").asText())
                    .isEmpty();
        }
    }

    private void classify(long call) {
        String address = "{'street':'','unit':'','country':'','city':'','state':'','zip':''}";
        String nobody = "{'id':0,'name':'','address':" + address + ",'contacts':[]}";
        api.put(
                "/telecom/v2/~/calls/" + call,
                Caller.object("{'callType':'NotLead','excuseMemo':'','reason':{'name':'Billing question','lead':false},"
                        + "'customer':" + nobody + ",'location':" + nobody + ",'tag':''}"));
    }

    private void booking() {
        long id = api.post(
                        "/crm/v2/~/booking-provider/55/bookings",
                        Caller.object(
                                "{'source':'Web','name':'Ada','summary':'x','isFirstTimeClient':true,'externalId':'e',"
                                        + "'contacts':[{'type':'Phone','value':'5125550123'}]}"))
                .path("id")
                .asLong();
        api.post("/crm/v2/~/booking-provider/55/bookings/" + id + "/dismiss", Caller.object("{}"));
    }

    @Test
    void the_callback_of_the_settings_is_used_until_another_is_named() {
        URI named = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
        SandboxSettings settings =
                settings().withWebhooks(settings().webhooks().withCallback(URI.create("http://127.0.0.1:1/none")));
        try (Sandbox other = new Sandbox(database, settings, clock)) {
            new Caller(other, settings).desk("PUT", "webhooks", Caller.object("{'callback':'" + named + "'}"));
            lead();
            other.sendEvents();
        }

        assertThat(types()).containsExactly("tn.crm.lead-created");
    }
}
