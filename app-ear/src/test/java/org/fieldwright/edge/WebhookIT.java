package org.fieldwright.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fieldwright.domain.webhook.Deliveries;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.RunningPortal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ServiceTitan posts comes in by its signature alone, and whoever asks learns nothing but a status. */
@ExtendWith(RunningPortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookIT {
    private static final String ADDRESS = "webhooks/servicetitan";
    private static final String SIGNATURE = "x-servicetitan-signature";
    private static final String NOT_USED = "tn.prl.pay-period-locked";
    private static final int KILOBYTE = 1024;

    private Program stranger;
    private RawHttp raw;
    private PortalDatabase database;

    @BeforeAll
    void open(Portal portal) {
        stranger = Program.without(portal.address());
        raw = new RawHttp(portal.address());
        database = new PortalDatabase(portal.data());
    }

    @Test
    void an_event_is_on_record_when_it_is_answered() {
        String occurrence = UUID.randomUUID().toString();

        HttpResponse<String> answer = deliver(event(occurrence));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(deliveriesOf(occurrence)).isEqualTo(1);
        assertSaysNothing(answer);
    }

    @Test
    void an_event_that_comes_twice_is_one() {
        String occurrence = UUID.randomUUID().toString();

        HttpResponse<String> first = deliver(event(occurrence));
        HttpResponse<String> second = deliver(event(occurrence));

        assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(202, 202);
        assertThat(deliveriesOf(occurrence)).isEqualTo(2);
    }

    @Test
    void an_event_without_a_good_signature_leaves_nothing() {
        String occurrence = UUID.randomUUID().toString();
        byte[] body = event(occurrence);
        byte[] tampered = body.clone();
        tampered[tampered.length - 2] ^= 1;

        HttpResponse<String> unsigned = stranger.send(post(body));
        HttpResponse<String> wrong = stranger.send(post(body).header(SIGNATURE, "00".repeat(32)));
        HttpResponse<String> changed =
                stranger.send(post(tampered).header(SIGNATURE, Deliveries.hex(Portal.WEBHOOK_KEY, body)));
        HttpResponse<String> empty = stranger.send(post(new byte[0]));

        assertThat(List.of(unsigned, wrong, changed, empty)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertSaysNothing(answer);
        });
        assertThat(rows("where occurrence = '" + occurrence + "'")).isZero();
        assertThat(database.number("select count from webhook_turned_away where why = 'NO_SIGNATURE'"))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{\"specversion\":\"1.0\"}"})
    void what_is_signed_but_no_event_is_a_row_with_a_reason(String body) {
        long before = rows("where state = 'REFUSED' and reason <> ''");

        HttpResponse<String> answer = deliver(body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(rows("where state = 'REFUSED' and reason <> ''")).isEqualTo(before + 1);
        assertSaysNothing(answer);
    }

    @Test
    void an_event_of_yesterday_is_refused_and_one_ten_minutes_off_is_not() {
        Instant now = Clock.systemUTC().instant();
        String old = UUID.randomUUID().toString();
        String off = UUID.randomUUID().toString();

        deliver(event(old, now.minus(Duration.ofHours(25))));
        deliver(event(off, now.plus(Duration.ofMinutes(10))));

        assertThat(rows("where occurrence = '" + old + "' and state = 'REFUSED'"))
                .isEqualTo(1);
        assertThat(rows("where occurrence = '" + off + "' and state = 'NOT_USED'"))
                .isEqualTo(1);
    }

    @Test
    void what_is_not_json_is_turned_away_by_its_kind() {
        byte[] body = event(UUID.randomUUID().toString());

        HttpResponse<String> answer = stranger.send(stranger.request(ADDRESS)
                .header("Content-Type", "text/plain")
                .header(SIGNATURE, Deliveries.hex(Portal.WEBHOOK_KEY, body))
                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertSaysNothing(answer);
    }

    @Test
    void a_megabyte_is_refused_by_the_size_it_tells() {
        HttpResponse<String> answer = deliver(xs(1024 * KILOBYTE));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void a_body_that_tells_no_size_is_counted_while_it_comes() {
        byte[] large = xs(550 * KILOBYTE);

        HttpResponse<String> answer = stranger.send(stranger.request(ADDRESS)
                .header("Content-Type", "application/json")
                .header(SIGNATURE, Deliveries.hex(Portal.WEBHOOK_KEY, large))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private static byte[] xs(int bytes) {
        return "x".repeat(bytes).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void neither_a_session_nor_another_sites_page_makes_a_difference() {
        byte[] body = event(UUID.randomUUID().toString());

        HttpResponse<String> answer = stranger.send(post(body)
                .header(SIGNATURE, Deliveries.hex(Portal.WEBHOOK_KEY, body))
                .header("Origin", "https://webhooks.servicetitan.io")
                .header("Cookie", Visitor.SESSION + "=" + "0".repeat(64)));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertSaysNothing(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /webhooks/servicetitan",
                "PUT /webhooks/servicetitan",
                "DELETE /webhooks/servicetitan",
                "POST /webhooks/servicetitan/",
                "POST /webhooks/servicetitan/x",
                "POST /webhooks",
                "POST /webhooks/other"
            })
    void nothing_beside_it_is_open(String request) throws IOException {
        String answer = raw.answer(request, "Content-Length: 0");

        assertThat(RawHttp.status(answer)).isEqualTo(401);
    }

    private HttpResponse<String> deliver(byte[] body) {
        return stranger.send(post(body).header(SIGNATURE, Deliveries.hex(Portal.WEBHOOK_KEY, body)));
    }

    private HttpRequest.Builder post(byte[] body) {
        return stranger.request(ADDRESS)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private static byte[] event(String occurrence) {
        return event(occurrence, Clock.systemUTC().instant());
    }

    private static byte[] event(String occurrence, Instant time) {
        return Deliveries.event(NOT_USED, "{}", time, occurrence, Portal.TENANT);
    }

    private long deliveriesOf(String occurrence) {
        return database.number("select deliveries from webhook_event where occurrence = '" + occurrence + "'");
    }

    private long rows(String where) {
        return database.number("select count(*) from webhook_event " + where);
    }

    private static void assertSaysNothing(HttpResponse<String> answer) {
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
}
