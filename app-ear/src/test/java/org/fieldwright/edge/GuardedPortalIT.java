package org.fieldwright.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fieldwright.domain.webhook.Deliveries;
import org.fieldwright.launch.GuardedPortal;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.SecondPortal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What shows only by https, with narrow limits, behind a proxy, or when something is broken. */
@ExtendWith(SecondPortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardedPortalIT {
    private static final byte[] NO_EVENT = {};

    private GuardedPortal portal;

    @BeforeAll
    void open(GuardedPortal second) {
        portal = second;
    }

    @Test
    void by_https_browsers_are_told_to_stay_there_and_cookies_are_of_this_host_only() {
        Visitor visitor = visitor();

        HttpResponse<String> answer = visitor.signIn(Portal.account("technician"), Portal.DEMO_PASSWORD, true);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-fieldwright")
                        .contains("Secure", "HttpOnly", "Path=/")
                        .doesNotContain("Domain")
                        .containsIgnoringCase("SameSite=Lax"));
        assertThat(visitor.isIn()).isTrue();
    }

    @Test
    void a_form_and_a_body_that_are_too_large_are_refused_by_https_as_well() {
        HttpResponse<String> form = visitor().submit("signin", Map.of("a", "x".repeat(3_000_000)));
        Program program = program("technician");
        HttpResponse<String> json = program.post("api/v1/questions", "{\"question\":\"" + "x".repeat(300_000) + "\"}");

        assertThat(form.statusCode()).isEqualTo(413);
        assertThat(json.statusCode()).isEqualTo(413);
    }

    @Test
    void a_file_over_the_limit_is_refused_in_words_and_nothing_of_it_is_left() throws IOException {
        Program program = program("admin");

        HttpResponse<String> littleTooLarge = program.upload("manual.txt", new byte[1_300_000]);
        HttpResponse<String> muchTooLarge = program.upload("manual.txt", new byte[5_000_000]);

        assertThat(List.of(littleTooLarge, muchTooLarge)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(Program.contentType(answer)).isEqualTo("application/problem+json");
            assertThat(answer.body()).contains("too-large", "1 MB", "Nothing of it was kept.");
        });
        assertThat(Program.object(program.get("api/v1/manuals?q=manual.txt")).getInt("total"))
                .isZero();
        try (Stream<Path> files = Files.walk(portal.data().resolve("server"))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("upload_")))
                    .isEmpty();
        }
    }

    @Test
    void too_many_failures_from_one_address_are_stopped_whoever_they_are_for_and_others_are_not() {
        Program stranger = Program.without(portal.address(), client());
        for (int i = 0; i < GuardedPortal.SIGN_INS; i++) {
            assertThat(tryFrom(stranger, "203.0.113.9", "guess" + i + "@shop.example")
                            .statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> oneMore = tryFrom(stranger, "203.0.113.9", "guess@shop.example");
        HttpResponse<String> fromElsewhere = tryFrom(stranger, "203.0.113.10", "guess@shop.example");

        assertThat(oneMore.statusCode()).isEqualTo(429);
        assertThat(oneMore.body()).contains("too many tries to sign in within a minute. Please try again in");
        assertThat(fromElsewhere.statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> tryFrom(Program stranger, String address, String email) {
        return stranger.send(stranger.request("api/v1/tokens")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "198.51.100.1, " + address)
                .POST(BodyPublishers.ofString(Program.credentials(email, "not the password"))));
    }

    @Test
    void events_that_prove_nothing_are_stopped_by_their_address_and_others_are_not() {
        Program stranger = Program.without(portal.address(), client());
        for (int i = 0; i < GuardedPortal.UNPROVEN_EVENTS; i++) {
            assertThat(eventFrom(stranger, "203.0.113.21", "00").statusCode()).isEqualTo(401);
        }

        HttpResponse<String> oneMore = eventFrom(stranger, "203.0.113.21", "00");
        HttpResponse<String> fromElsewhere = eventFrom(stranger, "203.0.113.22", "00");
        HttpResponse<String> signed = eventFrom(stranger, "203.0.113.21", Deliveries.hex(Portal.WEBHOOK_KEY, NO_EVENT));

        assertThat(oneMore.statusCode()).isEqualTo(429);
        assertThat(oneMore.body()).isEmpty();
        assertThat(fromElsewhere.statusCode()).isEqualTo(401);
        assertThat(signed.statusCode()).isEqualTo(202);
    }

    private static HttpResponse<String> eventFrom(Program stranger, String address, String signature) {
        return stranger.send(stranger.request("webhooks/servicetitan")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", address)
                .header("x-servicetitan-signature", signature)
                .POST(BodyPublishers.ofByteArray(NO_EVENT)));
    }

    @Test
    void what_nobody_expected_is_a_number_to_quote_which_the_log_explains() throws IOException {
        PortalDatabase database = new PortalDatabase(portal.data());
        Program program = program("technician");
        Visitor visitor = visitor();
        visitor.signIn(Portal.account("technician"), Portal.DEMO_PASSWORD, false);

        database.change("alter table manual rename to manual_away");
        HttpResponse<String> problem;
        HttpResponse<String> page;
        try {
            problem = program.get("api/v1/manuals");
            page = visitor.open("manuals");
        } finally {
            database.change("alter table manual_away rename to manual");
        }

        assertThat(problem.statusCode()).isEqualTo(500);
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("Something went wrong that we did not expect", "Number to quote");
        assertThat(List.of(problem.body(), page.body()))
                .allSatisfy(shown -> assertThat(shown)
                        .doesNotContain("Exception")
                        .doesNotContain("manual_away")
                        .doesNotContainIgnoringCase("relation")
                        .doesNotContain("Payara"));
        assertThat(Files.readString(portal.data().resolve("logs/server.log")))
                .contains("incident " + Program.object(problem).getString("incident"));
        assertThat(program.get("api/v1/manuals").statusCode()).isEqualTo(200);
    }

    private Program program(String role) {
        return Program.without(portal.address(), client()).with(Portal.account(role));
    }

    private Visitor visitor() {
        return new Visitor(portal.address(), HttpClient.newBuilder().sslContext(portal.trust()));
    }

    private HttpClient client() {
        return HttpClient.newBuilder().sslContext(portal.trust()).build();
    }
}
