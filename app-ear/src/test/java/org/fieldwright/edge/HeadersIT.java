package org.fieldwright.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.RunningPortal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of answer tells the browser. */
@ExtendWith(RunningPortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersIT {
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/=]+)'");

    private Portal portal;
    private Visitor technician;

    @BeforeAll
    void open(Portal shared) {
        portal = shared;
        technician = new Visitor(shared.address());
        technician.signIn(Portal.account("technician"), Portal.DEMO_PASSWORD, false);
    }

    /** A request of each kind, and the status that shows that it is this kind. */
    static Stream<Arguments> kinds_of_answers() {
        return Stream.of(
                Arguments.of("a page", "GET", "ask", 200),
                Arguments.of("a page of a manual that is not there", "GET", "page/nothing", 404),
                Arguments.of("an unknown address", "GET", "nothing/here", 404),
                Arguments.of("a refused method", "FOO", "ask", 405),
                Arguments.of("a page that needs another role", "GET", "metrics", 403),
                Arguments.of("a look", "GET", "jakarta.faces.resource/tokens.css?ln=css", 200),
                Arguments.of("a script of PrimeFaces", "GET", "jakarta.faces.resource/core.js?ln=primefaces", 200),
                Arguments.of("the API", "GET", "api/v1/manuals", 200),
                Arguments.of("a problem of the API", "GET", "api/v1/manuals/nothing", 404),
                Arguments.of("an unknown address of the API", "GET", "api/v1/nothing", 404),
                Arguments.of("the description of the API", "GET", "openapi", 200),
                Arguments.of("health", "GET", "health/ready", 200));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds_of_answers")
    void every_answer_says_what_may_be_done_with_it(String kind, String method, String path, int status) {
        HttpResponse<String> answer = technician.send(
                technician.request(path).header("Accept", "*/*").method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).as(kind).isEqualTo(status);
        assertGuarded(answer);
    }

    @Test
    void so_do_redirects_and_refusals_of_strangers_and_of_other_sites() {
        Visitor stranger = new Visitor(portal.address());
        HttpRequest.Builder fromElsewhere =
                stranger.form("signin", Map.of("a", "b")).header("Origin", "https://evil.example");

        assertGuarded(stranger.open("ask"));
        assertGuarded(stranger.open("signin"));
        assertGuarded(stranger.send(stranger.request("api/v1/manuals")));
        assertGuarded(stranger.send(fromElsewhere));
        assertGuarded(stranger.send(stranger.form("signin", Map.of("a", "x".repeat(2_000_000)))));
    }

    private static void assertGuarded(HttpResponse<?> answer) {
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .as("the only policy")
                .hasSize(1)
                .first()
                .asString()
                .contains("default-src 'self'")
                .contains("object-src 'none'")
                .contains("base-uri 'none'")
                .contains("form-action 'self'")
                .contains("frame-ancestors 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe-eval")
                .doesNotContain("script-src 'self' 'unsafe-inline'")
                .doesNotContain("*");
        assertThat(answer.headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("x-frame-options", List.of("DENY"))
                .containsEntry("referrer-policy", List.of("same-origin"))
                .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                .containsKey("permissions-policy")
                .doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
    }

    @Test
    void the_nonce_of_scripts_is_another_one_on_every_page() {
        Matcher first = nonce(technician.open("ask"));
        Matcher second = nonce(technician.open("ask"));

        assertThat(first.group(1)).isNotEqualTo(second.group(1));
    }

    private static Matcher nonce(HttpResponse<String> page) {
        Matcher nonce = NONCE.matcher(
                page.headers().firstValue("Content-Security-Policy").orElseThrow());
        assertThat(nonce.find()).isTrue();
        return nonce;
    }

    @Test
    void what_belongs_to_somebody_is_kept_by_no_cache_and_the_look_is() {
        String page =
                technician.open("ask").headers().firstValue("Cache-Control").orElseThrow();
        String look = technician
                .open("jakarta.faces.resource/tokens.css?ln=css")
                .headers()
                .firstValue("Cache-Control")
                .orElse("");

        assertThat(page).contains("no-store");
        assertThat(look).doesNotContain("no-store");
    }

    @Test
    void an_error_page_has_a_sentence_and_no_stack_trace() throws IOException {
        RawHttp raw = new RawHttp(portal.address());

        String page = raw.answer("GET /nothing", "Accept: text/html", "Cookie: " + session());
        String problem = raw.answer("GET /nothing", "Cookie: " + session());

        assertThat(page).contains("<h1>", "There is nothing at this address").doesNotContain("Payara", "\tat ");
        assertThat(problem).contains("application/problem+json", "\"code\":\"not-found\"");
    }

    private String session() {
        return Visitor.SESSION + "=" + technician.cookie(Visitor.SESSION).orElseThrow();
    }
}
