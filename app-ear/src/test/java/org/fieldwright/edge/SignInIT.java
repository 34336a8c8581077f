package org.fieldwright.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.RunningPortal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in and out, and everything that must not help an intruder. */
@ExtendWith(RunningPortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInIT {
    private static final String WRONG = "The e-mail or the password is not right.";

    private Portal portal;
    private PortalDatabase database;

    @BeforeAll
    void open(Portal shared) {
        portal = shared;
        database = new PortalDatabase(shared.data());
    }

    @Test
    void a_session_gets_a_new_id_at_sign_in_and_the_old_one_opens_nothing() {
        Visitor visitor = new Visitor(portal.address());
        visitor.open("signin");
        String before = visitor.cookie(Visitor.SESSION).orElseThrow();

        HttpResponse<String> answer = visitor.signIn(Portal.account("technician"), Portal.DEMO_PASSWORD, false);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(visitor.cookie(Visitor.SESSION)).isPresent().get().isNotEqualTo(before);
        assertThat(visitor.isIn()).isTrue();
        assertThat(new Visitor(portal.address())
                        .carrying(Visitor.SESSION, before)
                        .isIn())
                .isFalse();
    }

    @Test
    void an_id_that_somebody_made_up_is_not_taken_over() {
        String planted = "0123456789abcdef".repeat(4);
        Visitor victim = new Visitor(portal.address()).carrying(Visitor.SESSION, planted);

        HttpResponse<String> answer = victim.signIn(Portal.account("technician"), Portal.DEMO_PASSWORD, false);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie ->
                        assertThat(cookie).startsWith(Visitor.SESSION + "=").doesNotContain(planted));
        assertThat(new Visitor(portal.address())
                        .carrying(Visitor.SESSION, planted)
                        .isIn())
                .isFalse();
    }

    @Test
    void cookies_are_kept_from_scripts_and_from_other_sites() {
        Visitor visitor = new Visitor(portal.address());

        HttpResponse<String> answer = visitor.signIn(Portal.account("technician"), Portal.DEMO_PASSWORD, true);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(cookie ->
                        assertThat(cookie).containsIgnoringCase("SameSite=Lax").contains("HttpOnly", "Path=/"));
    }

    @Test
    void a_wrong_password_and_an_unknown_person_are_answered_in_the_same_words() {
        Program program = Program.without(portal.address());
        HttpResponse<String> known =
                program.post("api/v1/tokens", Program.credentials(Portal.account("estimator"), "not the password"));
        HttpResponse<String> unknown =
                program.post("api/v1/tokens", Program.credentials("nobody@shop.example", "not the password"));
        HttpResponse<String> page =
                new Visitor(portal.address()).signIn("nobody@shop.example", "not the password", false);

        assertThat(known.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(known.body()).isEqualTo(unknown.body()).contains(WRONG);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(WRONG).doesNotContain("not the password");
    }

    @Test
    void after_five_wrong_tries_even_the_right_password_waits_whether_there_is_such_a_person_or_not() {
        Program program = Program.without(portal.address());
        String known = Portal.account("dispatcher");
        try {
            String toKnown = paused(program, known, Portal.DEMO_PASSWORD);
            String toUnknown = paused(program, "ghost@shop.example", Portal.DEMO_PASSWORD);

            assertThat(toKnown)
                    .isEqualTo(toUnknown)
                    .contains("There were too many wrong tries for this e-mail. Please try again in a minute");
        } finally {
            database.change("delete from sign_in_attempt");
        }
        assertThat(program.post("api/v1/tokens", Program.credentials(known, Portal.DEMO_PASSWORD))
                        .statusCode())
                .isEqualTo(201);
    }

    /** The answer to the right password after five wrong ones. */
    private static String paused(Program program, String email, String password) {
        for (int i = 0; i < 5; i++) {
            assertThat(program.post("api/v1/tokens", Program.credentials(email, "wrong " + i))
                            .statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> answer = program.post("api/v1/tokens", Program.credentials(email, password));
        assertThat(answer.statusCode()).isEqualTo(429);
        return answer.body();
    }

    @Test
    void a_remembered_browser_comes_back_with_a_cookie_that_is_good_once() {
        Visitor visitor = remembered("technician");
        String first = visitor.cookie(Visitor.REMEMBERED).orElseThrow();
        visitor.drop(Visitor.SESSION);

        boolean back = visitor.isIn();

        assertThat(back).isTrue();
        assertThat(visitor.cookie(Visitor.REMEMBERED)).isPresent().get().isNotEqualTo(first);
        assertThat(visitor.cookie(Visitor.SESSION)).isPresent();
    }

    @Test
    void a_remembered_browsers_cookie_that_is_shown_again_ends_every_session_of_its_owner() {
        Visitor owner = remembered("billing");
        String stolen = owner.cookie(Visitor.REMEMBERED).orElseThrow();
        owner.drop(Visitor.SESSION);
        assertThat(owner.isIn()).isTrue();
        database.change("update remembered_device set rotated_at = rotated_at - interval '2 minutes'");

        boolean thiefIsIn = new Visitor(portal.address())
                .carrying(Visitor.REMEMBERED, stolen)
                .isIn();

        assertThat(thiefIsIn).isFalse();
        assertThat(owner.isIn()).as("the session that was open").isFalse();
        assertThat(owner.cookie(Visitor.REMEMBERED))
                .as("the cookie that was good")
                .isEmpty();
    }

    @Test
    void signing_out_ends_the_session_and_forgets_the_browser() {
        Visitor visitor = remembered("technician");
        String session = visitor.cookie(Visitor.SESSION).orElseThrow();
        String remembered = visitor.cookie(Visitor.REMEMBERED).orElseThrow();

        HttpResponse<String> answer = visitor.submit("signout", Map.of());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(answer)).hasValue("/signin");
        assertThat(visitor.cookie(Visitor.REMEMBERED)).isEmpty();
        assertThat(visitor.isIn()).isFalse();
        assertThat(new Visitor(portal.address())
                        .carrying(Visitor.SESSION, session)
                        .isIn())
                .isFalse();
        assertThat(new Visitor(portal.address())
                        .carrying(Visitor.REMEMBERED, remembered)
                        .isIn())
                .isFalse();
    }

    @Test
    void a_link_signs_nobody_out() {
        Visitor visitor = new Visitor(portal.address());
        visitor.signIn(Portal.account("technician"), Portal.DEMO_PASSWORD, false);

        HttpResponse<String> answer = visitor.open("signout");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(visitor.isIn()).isTrue();
    }

    @Test
    void after_signing_in_one_is_led_only_to_pages_of_this_portal() {
        for (String elsewhere : new String[] {"https://evil.example/", "//evil.example", "/\\evil.example"}) {
            Visitor visitor = new Visitor(portal.address());
            String page = visitor.open("signin?next=" + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8))
                    .body();

            HttpResponse<String> answer = visitor.sendSignIn(
                    page,
                    Map.of(
                            "signIn:email",
                            Portal.account("technician"),
                            "signIn:password",
                            Portal.DEMO_PASSWORD,
                            "signIn:next",
                            elsewhere));

            assertThat(Visitor.location(answer)).as(elsewhere).hasValue("/");
        }
    }

    @Test
    void a_token_stands_for_its_owner_until_it_is_revoked() {
        Program program = Program.of(portal, "technician");
        String id = Program.json(program.get("api/v1/tokens"))
                .asJsonArray()
                .getJsonObject(0)
                .getString("id");
        assertThat(program.get("api/v1/manuals").statusCode()).isEqualTo(200);

        int revoked =
                program.send(program.request("api/v1/tokens/" + id).DELETE()).statusCode();

        assertThat(revoked).isEqualTo(204);
        assertThat(program.get("api/v1/manuals").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_opens_no_page_and_its_secret_is_kept_nowhere() {
        Program program = Program.of(portal, "technician");

        HttpResponse<String> page = program.get("ask");
        HttpResponse<String> mine = program.get("api/v1/tokens");

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(mine.body()).doesNotContain(program.token());
        assertThat(database.change("update api_token set name = name where sha256 = ?", program.token()))
                .isZero();
    }

    @Test
    void who_is_disabled_is_out_at_once_with_every_session_device_and_token() {
        String email = Portal.account("estimator");
        Visitor visitor = remembered("estimator");
        Program program = Program.of(portal, "estimator");
        String shown = visitor.cookie(Visitor.REMEMBERED).orElseThrow();
        assertThat(visitor.isIn()).isTrue();
        assertThat(program.get("api/v1/manuals").statusCode()).isEqualTo(200);

        database.change("update person set active = false where email = ?", email);
        try {
            assertThat(visitor.isIn()).isFalse();
            assertThat(program.get("api/v1/manuals").statusCode()).isEqualTo(401);
            assertThat(new Visitor(portal.address())
                            .carrying(Visitor.REMEMBERED, shown)
                            .isIn())
                    .isFalse();
            assertThat(new Visitor(portal.address())
                            .signIn(email, Portal.DEMO_PASSWORD, false)
                            .body())
                    .contains(WRONG);
        } finally {
            database.change("update person set active = true where email = ?", email);
            database.change("delete from sign_in_attempt");
        }
    }

    @Test
    void a_role_that_is_taken_away_counts_at_the_next_request() {
        Program administrator = Program.of(portal, "admin");
        String absent = "api/v1/manuals/00000000-0000-4000-8000-000000000000";
        assertThat(administrator.send(administrator.request(absent).DELETE()).statusCode())
                .isNotEqualTo(403);

        database.change(
                "update person_role set role = 'BILLING' where person = (select id from person where email = ?)",
                Portal.account("admin"));
        try {
            assertThat(administrator
                            .send(administrator.request(absent).DELETE())
                            .statusCode())
                    .isEqualTo(403);
        } finally {
            database.change(
                    "update person_role set role = 'ADMINISTRATOR' where person = (select id from person where email = ?)",
                    Portal.account("admin"));
        }
    }

    private Visitor remembered(String role) {
        Visitor visitor = new Visitor(portal.address());
        visitor.signIn(Portal.account(role), Portal.DEMO_PASSWORD, true);
        assertThat(visitor.cookie(Visitor.REMEMBERED)).isPresent();
        return visitor;
    }

    @Test
    void a_password_is_asked_for_again_where_the_body_is_not_what_was_wanted() {
        Program program = Program.without(portal.address());

        HttpResponse<String> empty = program.post("api/v1/tokens", "{}");
        HttpResponse<String> crooked = program.post("api/v1/tokens", "{\"email\":");
        HttpResponse<String> form = program.send(program.request("api/v1/tokens")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(crooked.statusCode()).isEqualTo(400);
        assertThat(form.statusCode()).isEqualTo(415);
    }
}
