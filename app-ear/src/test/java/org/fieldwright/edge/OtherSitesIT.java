package org.fieldwright.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.RunningPortal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other sites cannot make a signed-in browser do anything here. */
@ExtendWith(RunningPortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherSitesIT {
    private Portal portal;
    private Visitor administrator;

    @BeforeAll
    void open(Portal shared) {
        portal = shared;
        administrator = new Visitor(shared.address());
        administrator.signIn(Portal.account("admin"), Portal.DEMO_PASSWORD, false);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://localhost:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Referer, https://evil.example/page"
    })
    void what_a_foreign_page_sends_is_refused_although_the_session_comes_along(String header, String value) {
        HttpRequest.Builder signOut = administrator.form("signout", Map.of()).header(header, value);
        HttpRequest.Builder question = administrator
                .request("api/v1/questions")
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString("{\"question\":\"E4?\"}"));
        HttpRequest.Builder words = administrator
                .request("api/v1/questions/00000000-0000-4000-8000-000000000000/words")
                .header("Accept", "text/event-stream")
                .header(header, value);

        assertThat(administrator.send(signOut).statusCode()).isEqualTo(403);
        assertThat(administrator.send(question).statusCode()).isEqualTo(403);
        assertThat(administrator.send(words).statusCode()).isEqualTo(403);
        assertThat(administrator.isIn()).isTrue();
    }

    @Test
    void a_foreign_page_cannot_sign_anybody_in_either() {
        Visitor victim = new Visitor(portal.address());
        String page = victim.open("signin").body();

        HttpResponse<String> answer = victim.send(
                victim.form("signin", Map.of("signIn:email", "a@b.example")).header("Origin", "https://evil.example"));

        assertThat(page).contains("jakarta.faces.ViewState");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void a_connection_that_stays_open_is_not_made_for_a_foreign_page() {
        HttpResponse<String> answer = administrator.send(administrator
                .request("jakarta.faces.push/any")
                .header("Origin", "https://evil.example")
                .header("Accept", "text/event-stream"));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"-1:-1", "''", "stateless", "' or 1=1"})
    void a_form_without_the_state_of_its_page_does_nothing(String state) {
        String session = administrator.cookie(Visitor.SESSION).orElseThrow();

        HttpResponse<String> answer = administrator.submit(
                "admin/manuals", Map.of("desk", "desk", "jakarta.faces.ViewState", state, "rows:0:j_idt1", "Delete"));

        assertThat(answer.statusCode()).isIn(200, 302);
        assertThat(administrator.cookie(Visitor.SESSION)).hasValue(session);
        assertThat(answer.body()).doesNotContain("\tat ");
    }

    @Test
    void a_token_needs_no_page_of_ours_because_no_browser_sends_it_by_itself() {
        Program program = Program.of(portal, "technician");

        HttpResponse<String> answer = program.send(program.request("api/v1/questions")
                .header("Content-Type", "application/json")
                .header("Origin", "https://tools.example")
                .POST(BodyPublishers.ofString("{\"question\":\"What does E4 mean?\"}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
}
