package org.fieldwright.servicetitan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.fieldwright.servicetitan.PretendTitan.NOON;
import static org.fieldwright.servicetitan.PretendTitan.path;
import static org.fieldwright.servicetitan.PretendTitan.problem;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert;
import org.fieldwright.domain.servicetitan.Connection;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PublishedContract.class)
class LineTest {
    private static final String JOB = "jpm jobs/5";
    private static final JsonObject NOTE = Json.createObjectBuilder()
            .add("text", "Pat Example, call 217-555-0112")
            .build();

    private final PretendTitan titan = new PretendTitan();
    private final Line line = titan.line();

    @AfterEach
    void close() {
        titan.close();
    }

    private JsonObject read() {
        return read(line);
    }

    private static JsonObject read(Line line) {
        return line.read(
                Scopes.JOBS, clients -> clients.of(JobsApi.class).read(clients.tenant(), "jobs/5", ReadQuery.none()));
    }

    private JsonObject write() {
        return line.create(
                Scopes.JOBS_WRITE, clients -> clients.of(JobsApi.class).addNote(clients.tenant(), 5, NOTE));
    }

    private void jobIs(ResponseDefinitionBuilder answer) {
        titan.gives(get(urlPathEqualTo(path(JOB))), answer);
    }

    private void noteIs(ResponseDefinitionBuilder answer) {
        titan.gives(post(urlPathEqualTo(path(JOB + "/notes"))), answer);
    }

    /** First one answer, and from then on the other. */
    private void jobIsFirst(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        titan.gives(
                get(urlPathEqualTo(path(JOB)))
                        .inScenario("job")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willSetStateTo("then"),
                first);
        titan.gives(get(urlPathEqualTo(path(JOB))).inScenario("job").whenScenarioStateIs("then"), then);
    }

    private static ServiceTitanException refusal(ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ServiceTitanException.class, call);
    }

    @Test
    void every_call_carries_token_and_application_key() {
        jobIs(okJson("{\"id\": 5}"));

        read();

        assertThat(titan.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.getHeader("Authorization")).isEqualTo("Bearer the-token");
            assertThat(asked.getHeader("ST-App-Key")).isEqualTo("ak1.key");
        });
    }

    @Test
    void a_token_is_asked_for_with_a_form() {
        jobIs(okJson("{\"id\": 5}"));

        read();

        String form = titan.server().getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().equals("/connect/token"))
                .findFirst()
                .orElseThrow()
                .getRequest()
                .getBodyAsString();
        assertThat(form.split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=client_credentials", "client_id=cid.fieldwright", "client_secret=cs1.secret");
    }

    @Test
    void a_token_is_used_until_a_minute_before_its_end() {
        jobIs(okJson("{\"id\": 5}"));

        read();
        titan.clock().passes(Duration.ofSeconds(839));
        read();
        assertThat(titan.askedForTokens()).isEqualTo(1);

        titan.clock().passes(Duration.ofSeconds(1));
        read();
        assertThat(titan.askedForTokens()).isEqualTo(2);
    }

    @Test
    void a_changed_connection_gets_a_token_of_its_own() {
        jobIs(okJson("{\"id\": 5}"));

        read();
        titan.connections().keep(titan.connection(), "an administrator", NOON);
        read();

        assertThat(titan.askedForTokens()).isEqualTo(2);
    }

    @Test
    void a_refused_token_is_renewed_once() {
        jobIsFirst(aResponse().withStatus(401), okJson("{\"id\": 5}"));

        JsonObject job = read();

        assertThat(job.getInt("id")).isEqualTo(5);
        assertThat(titan.askedForTokens()).isEqualTo(2);
        assertThat(titan.pauses()).isEmpty();
    }

    @Test
    void a_token_that_is_refused_twice_means_the_sign_in() {
        jobIs(aResponse().withStatus(401));

        ServiceTitanException refusal = refusal(this::read);

        assertThat(refusal.trouble()).isEqualTo(Trouble.SIGN_IN_REFUSED);
        assertThat(titan.asked()).hasSize(2);
        assertThat(titan.askedForTokens()).isEqualTo(2);
    }

    @Test
    void many_who_want_a_token_ask_for_one() throws Exception {
        titan.gives(
                post(urlPathEqualTo("/connect/token")),
                okJson("{\"access_token\": \"one\", \"expires_in\": 900}").withFixedDelay(100));
        jobIs(okJson("{\"id\": 5}"));

        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<JsonObject>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(many.submit(() -> read()));
            }
            for (Future<JsonObject> one : all) {
                assertThat(one.get().getInt("id")).isEqualTo(5);
            }
        }

        assertThat(titan.askedForTokens()).isEqualTo(1);
    }

    @Test
    void many_calls_need_few_threads() {
        jobIs(okJson("{\"id\": 5}"));
        read();
        long before = selectors();

        for (int i = 0; i < 30; i++) {
            read();
        }

        assertThat(selectors()).isLessThanOrEqualTo(before);
    }

    private static long selectors() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("SelectorManager"))
                .count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\": \"invalid_client\"} | SIGN_IN_REFUSED | ServiceTitan does not accept the client id and secret.",
                "401 | {} | SIGN_IN_REFUSED | ServiceTitan does not accept the client id and secret.",
                "404 | {} | UNREACHABLE | There is no sign-in of ServiceTitan at localhost.",
                "503 | {} | THEIR_FAULT | ServiceTitan has a fault of its own (503).",
                "200 | {\"token_type\": \"Bearer\"} | UNREADABLE | ServiceTitan's answer could not be understood: it holds no token.",
            })
    void a_sign_in_that_fails_says_why(int status, String answer, Trouble trouble, String sentence) {
        titan.gives(
                post(urlPathEqualTo("/connect/token")),
                aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(answer));

        ServiceTitanException refusal = refusal(this::write);

        assertThat(refusal.trouble()).isEqualTo(trouble);
        assertThat(refusal.getMessage()).startsWith(sentence).doesNotContain("cs1.secret");
        assertThat(refusal.perhapsDone()).isFalse();
        assertThat(titan.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | The header ST-App-Key is missing or wrong. | APP_KEY_REFUSED | ServiceTitan does not accept the application key.",
                "403 | Insufficient scope | SCOPE_MISSING | The right tn.jpm.jobs:r is missing.",
                "403 | The token is of another tenant. | OTHER_TENANT | These credentials are not for tenant 1234.",
                "404 | Not found | NOT_FOUND | ServiceTitan has no such record (any more).",
                "409 | The job is completed | CONFLICT | The record's state in ServiceTitan does not allow it: The job is completed.",
                "418 | Odd | REJECTED | ServiceTitan did not accept what was sent (418): Odd.",
                "302 | Moved | UNREADABLE | The server at localhost sends us elsewhere: that is not ServiceTitan's address.",
            })
    void a_refusal_has_its_own_sentence(int status, String title, Trouble trouble, String sentence) {
        jobIs(problem(status, title));

        ServiceTitanException refusal = refusal(this::read);

        assertThat(refusal.trouble()).isEqualTo(trouble);
        assertThat(refusal.getMessage()).startsWith(sentence);
        assertThat(refusal.traceId()).isEqualTo("trace-1");
        assertThat(refusal.trouble().passes()).isFalse();
    }

    @Test
    void fields_that_are_refused_are_named_without_what_was_in_them() {
        noteIs(aResponse()
                .withStatus(400)
                .withHeader("Content-Type", "application/json")
                .withBody("""
                        {"type": "x", "title": "Validation failed", "status": 400, "traceId": "trace-7", "errors":
                         {"text": ["'Pat Example, call 217-555-0112' is too long", "mail pat@example.org instead of 2175550112"]}}"""));

        ServiceTitanException refusal = refusal(this::write);

        assertThat(refusal.trouble()).isEqualTo(Trouble.REJECTED);
        assertThat(refusal.getMessage())
                .isEqualTo("ServiceTitan did not accept what was sent: text: … is too long, mail … instead of ….");
        assertThat(refusal.traceId()).isEqualTo("trace-7");
        assertThat(titan.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void a_fault_of_theirs_is_tried_again_when_reading(int status) {
        jobIsFirst(problem(status, "Oops"), okJson("{\"id\": 5}"));

        assertThat(read().getInt("id")).isEqualTo(5);
        assertThat(titan.pauses()).hasSize(1);
    }

    @Test
    void a_fault_of_theirs_that_stays_is_reported_after_four_tries() {
        jobIs(problem(500, "Oops"));

        ServiceTitanException refusal = refusal(this::read);

        assertThat(refusal.trouble()).isEqualTo(Trouble.THEIR_FAULT);
        assertThat(refusal.perhapsDone()).isFalse();
        assertThat(titan.asked()).hasSize(4);
        assertThat(titan.pauses()).hasSize(3);
    }

    @Test
    void a_fault_of_theirs_may_have_happened_after_a_change_and_is_not_repeated() {
        noteIs(problem(500, "Oops"));

        ServiceTitanException refusal = refusal(this::write);

        assertThat(refusal.trouble()).isEqualTo(Trouble.THEIR_FAULT);
        assertThat(refusal.perhapsDone()).isTrue();
        assertThat(titan.asked()).hasSize(1);
    }

    @Test
    void too_many_calls_wait_as_long_as_the_header_says() {
        jobIsFirst(problem(429, "Too many").withHeader("Retry-After", "7"), okJson("{\"id\": 5}"));

        read();

        assertThat(titan.pauses()).startsWith(Duration.ofSeconds(7));
    }

    @Test
    void too_many_calls_wait_until_the_time_that_the_header_says_by_their_clock() {
        jobIsFirst(
                problem(429, "Too many")
                        .withHeader("Date", "Mon, 02 Mar 2026 12:10:00 GMT")
                        .withHeader("Retry-After", "Mon, 02 Mar 2026 12:10:09 GMT"),
                okJson("{\"id\": 5}"));

        read();

        assertThat(titan.pauses()).startsWith(Duration.ofSeconds(9));
    }

    @Test
    void too_many_calls_wait_as_long_as_the_title_says() {
        jobIsFirst(problem(429, "Rate limit is exceeded. Try again in 12 seconds."), okJson("{\"id\": 5}"));

        read();

        assertThat(titan.pauses()).startsWith(Duration.ofSeconds(12));
    }

    @Test
    void too_many_calls_without_a_word_wait_a_little_longer_each_time() {
        jobIs(aResponse().withStatus(429));

        ServiceTitanException refusal = refusal(this::read);

        assertThat(refusal.trouble()).isEqualTo(Trouble.THROTTLED);
        assertThat(refusal.askedToWait()).isEmpty();
        assertThat(titan.pauses()).hasSize(3);
        assertThat(titan.pauses().get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(titan.pauses().get(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(titan.pauses().get(2)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void a_long_wait_is_left_to_whoever_plans_the_next_try() {
        jobIs(problem(429, "Rate limit is exceeded. Try again in 300 seconds."));

        ServiceTitanException refusal = refusal(this::read);

        assertThat(refusal.askedToWait()).contains(Duration.ofMinutes(5));
        assertThat(titan.asked()).hasSize(1);
    }

    @Test
    void what_one_caller_is_asked_to_wait_the_others_wait_too() {
        jobIs(problem(429, "Rate limit is exceeded. Try again in 21 seconds."));
        noteIs(okJson("{\"text\": \"x\"}"));

        refusal(this::read);
        write();

        assertThat(titan.pauses()).containsExactly(Pace.LONGEST_WAIT);
    }

    @Test
    void a_change_that_was_throttled_is_repeated_because_it_did_not_happen() {
        titan.gives(
                post(urlPathEqualTo(path(JOB + "/notes")))
                        .inScenario("note")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willSetStateTo("then"),
                problem(429, "Too many").withHeader("Retry-After", "1"));
        titan.gives(
                post(urlPathEqualTo(path(JOB + "/notes"))).inScenario("note").whenScenarioStateIs("then"),
                okJson("{\"text\": \"x\"}"));

        write();

        assertThat(titan.asked()).hasSize(2);
    }

    @Test
    void an_answer_that_does_not_come_in_time_may_have_happened() {
        Line hurried = titan.line(new ServiceTitanSettings(60, Duration.ofSeconds(1), Duration.ofSeconds(30)));
        noteIs(okJson("{\"text\": \"x\"}").withFixedDelay(30_000));

        ServiceTitanException refusal = refusal(() -> hurried.create(
                Scopes.JOBS_WRITE, clients -> clients.of(JobsApi.class).addNote(clients.tenant(), 5, NOTE)));

        assertThat(refusal.trouble()).isEqualTo(Trouble.TIMED_OUT);
        assertThat(refusal.perhapsDone()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void an_answer_that_drips_is_cut_off_in_time_too() {
        Line hurried = titan.line(new ServiceTitanSettings(60, Duration.ofSeconds(1), Duration.ofSeconds(30)));
        jobIs(okJson("{\"id\": 5, \"summary\": \"" + "x".repeat(1_000) + "\"}").withChunkedDribbleDelay(50, 30_000));

        ServiceTitanException refusal = refusal(() -> read(hurried));

        assertThat(refusal.trouble()).isEqualTo(Trouble.TIMED_OUT);
        assertThat(refusal.perhapsDone()).isFalse();
        assertThat(titan.asked()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void where_nobody_listens_nothing_was_sent() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://localhost:" + free.getLocalPort());
        }
        Connection here = titan.connection();
        titan.connections()
                .keep(
                        new Connection(
                                Connection.Place.OTHER,
                                nobody,
                                here.auth(),
                                here.tenant(),
                                here.clientId(),
                                here.clientSecret(),
                                here.appKey(),
                                ""),
                        "an administrator",
                        NOON);

        ServiceTitanException refusal = refusal(this::write);

        assertThat(refusal.trouble()).isEqualTo(Trouble.UNREACHABLE);
        assertThat(refusal.perhapsDone()).isFalse();
        assertThat(refusal.getMessage()).startsWith("ServiceTitan cannot be reached at localhost.");
        assertThat(titan.pauses()).hasSize(3);
    }

    @Test
    void a_connection_that_breaks_off_is_tried_again_when_reading_only() {
        jobIsFirst(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), okJson("{\"id\": 5}"));
        noteIs(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(read().getInt("id")).isEqualTo(5);
        ServiceTitanException refusal = refusal(this::write);

        assertThat(refusal.trouble()).isEqualTo(Trouble.UNREACHABLE);
        assertThat(refusal.perhapsDone()).isTrue();
        assertThat(titan.asked())
                .filteredOn(asked -> asked.getMethod().getName().equals("POST"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html | <html>Maintenance</html> | it is a page and no JSON",
                "application/json | {\"id\": 5, \"summ | it is empty or breaks off",
                "application/json | '' | it is empty or breaks off",
            })
    void an_answer_that_is_none_is_named_as_such(String type, String body, String what) {
        jobIs(aResponse().withHeader("Content-Type", type).withBody(body));

        ServiceTitanException refusal = refusal(this::read);

        assertThat(refusal.trouble()).isEqualTo(Trouble.UNREADABLE);
        assertThat(refusal.getMessage()).isEqualTo("ServiceTitan's answer could not be understood: " + what + ".");
    }

    @Test
    void an_empty_answer_to_a_change_may_mean_that_it_happened() {
        noteIs(ok());

        ServiceTitanException refusal = refusal(this::write);

        assertThat(refusal.trouble()).isEqualTo(Trouble.UNREADABLE);
        assertThat(refusal.perhapsDone()).isTrue();
        assertThat(titan.asked()).hasSize(1);
    }

    @Test
    void who_fails_five_times_in_a_row_is_left_alone_for_a_while() {
        jobIs(problem(500, "Oops"));
        refusal(this::read);

        ServiceTitanException fifth = refusal(this::read);
        ServiceTitanException resting = refusal(this::read);

        assertThat(fifth.trouble()).as("who has just failed learns why").isEqualTo(Trouble.THEIR_FAULT);
        assertThat(resting.trouble()).isEqualTo(Trouble.RESTING);
        assertThat(resting.getMessage())
                .endsWith("The last time: ServiceTitan has a fault of its own (500). It is tried again by itself.");
        assertThat(resting.askedToWait())
                .hasValueSatisfying(wait -> assertThat(wait).isPositive());
        assertThat(resting.perhapsDone()).isFalse();
        assertThat(titan.asked()).hasSize(5);
    }

    @Test
    void refusals_of_ours_do_not_count_as_failures_of_theirs() {
        jobIs(problem(404, "Not found"));
        for (int i = 0; i < 6; i++) {
            assertThat(refusal(this::read).trouble()).isEqualTo(Trouble.NOT_FOUND);
        }

        assertThat(titan.asked()).hasSize(6);
    }

    @Test
    void a_changed_connection_begins_with_a_clean_slate() {
        jobIs(problem(500, "Oops"));
        refusal(this::read);
        refusal(this::read);
        jobIs(okJson("{\"id\": 5}"));

        titan.connections().keep(titan.connection(), "an administrator", NOON);

        assertThat(read().getInt("id")).isEqualTo(5);
    }

    @Test
    void without_a_connection_nothing_is_asked() {
        titan.connections().forget();

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        ServiceTitanException.class,
                        said -> assertThat(said.trouble()).isEqualTo(Trouble.NOT_SET_UP));
        assertThat(titan.asked()).isEmpty();
    }

    @Test
    void their_clock_is_known_from_their_answers() {
        jobIs(okJson("{\"id\": 5}").withHeader("Date", "Mon, 02 Mar 2026 11:50:00 GMT"));

        read();

        assertThat(line.theirNow()).isEqualTo(NOON.minus(Duration.ofMinutes(10)));
    }

    @Test
    void a_text_in_an_address_arrives_as_it_is() {
        titan.gives(
                get(urlPathEqualTo(path("crm customers"))).withQueryParam("name", equalTo("50%20 {off} & more+")),
                okJson("{\"data\": []}"));

        JsonObject answer = line.read(
                Scopes.CUSTOMERS,
                clients -> clients.of(CrmApi.class)
                        .customersNamed(
                                clients.tenant(), Words.encoded("50%20 {off} & more+"), Words.encoded("1"), 1, 10));

        assertThat(answer.getJsonArray("data")).isEmpty();
    }

    @Test
    void retry_after_is_read_in_both_forms_and_nothing_else() {
        assertThat(Answers.retryAfter("3", Optional.empty())).contains(Duration.ofSeconds(3));
        assertThat(Answers.retryAfter("Mon, 02 Mar 2026 12:00:05 GMT", Optional.of(NOON)))
                .contains(Duration.ofSeconds(5));
        assertThat(Answers.retryAfter("Mon, 02 Mar 2026 12:00:05 GMT", Optional.empty()))
                .isEmpty();
        assertThat(Answers.retryAfter("Mon, 02 Mar 2026 11:59:00 GMT", Optional.of(NOON)))
                .isEmpty();
        assertThat(Answers.retryAfter("soon", Optional.of(NOON))).isEmpty();
        assertThat(Answers.retryAfter(null, Optional.of(NOON))).isEmpty();
    }
}
