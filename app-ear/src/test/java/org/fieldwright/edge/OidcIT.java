package org.fieldwright.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.fieldwright.launch.GuardedPortal;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.SecondPortal;
import org.fieldwright.web.security.oidc.PretendProvider.Guest;
import org.fieldwright.web.security.oidc.PretendProvider.Wrong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in with the shop's identity provider, from the button to the page one wanted. */
@ExtendWith(SecondPortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcIT {
    private static final Guest TECHNICIAN = Guest.of("technician-7", Portal.account("technician"));

    private GuardedPortal portal;

    @BeforeAll
    void open(GuardedPortal second) {
        portal = second;
    }

    @BeforeEach
    void expectTheTechnician() {
        portal.provider().expect(TECHNICIAN);
    }

    @Test
    void the_sign_in_page_has_a_button_that_leads_to_the_provider() {
        Visitor visitor = visitor();

        String page = visitor.open("signin?next=%2Fmanuals").body();
        HttpResponse<String> leads = visitor.open("signin/oidc?next=%2Fmanuals");

        assertThat(page).contains("Sign in with Shop ID").contains("href=\"/signin/oidc?next=%2Fmanuals\"");
        assertThat(Visitor.location(leads).orElseThrow())
                .startsWith(portal.provider().issuer() + "/authorize?");
    }

    @Test
    void whom_the_provider_proves_arrives_at_the_page_they_wanted_in_a_new_session() {
        Visitor visitor = visitor();
        String back = throughTheProvider(visitor, "%2Fmanuals");
        String before = visitor.cookie(Visitor.SECURE_SESSION).orElseThrow();

        HttpResponse<String> answer = visitor.open(back);

        assertThat(Visitor.location(answer)).hasValue("/manuals");
        assertThat(visitor.cookie(Visitor.SECURE_SESSION)).isPresent().get().isNotEqualTo(before);
        assertThat(visitor.open("ask").body()).contains("Demo Technician");
    }

    @Test
    void what_came_back_once_opens_nothing_a_second_time() {
        Visitor visitor = visitor();
        String back = throughTheProvider(visitor, "%2F");
        visitor.open(back);
        Visitor thief = visitor();

        HttpResponse<String> again = visitor.open(back);
        HttpResponse<String> elsewhere = thief.open(back);

        assertThat(Visitor.location(again)).hasValue("/signin?stumbled=not-finished");
        assertThat(Visitor.location(elsewhere)).hasValue("/signin?stumbled=not-finished");
        assertThat(thief.isIn()).isFalse();
    }

    @Test
    void nobody_is_signed_in_by_an_answer_that_another_browser_began() {
        Visitor attacker = visitor();
        String back = throughTheProvider(attacker, "%2F");
        Visitor victim = visitor();
        throughTheProvider(victim, "%2F");

        HttpResponse<String> answer = victim.open(back);

        assertThat(Visitor.location(answer)).hasValue("/signin?stumbled=not-finished");
        assertThat(victim.isIn()).isFalse();
    }

    @Test
    void a_refusal_at_the_provider_is_one_calm_sentence() {
        portal.provider().goWrong(Wrong.REFUSED_BY_THE_PERSON);

        assertStumbles("Signing in with Shop ID was not finished. Please try again.");
    }

    @Test
    void a_token_that_is_not_signed_by_the_provider_is_one_calm_sentence() {
        portal.provider().goWrong(Wrong.SIGNATURE);

        assertStumbles("Signing in with Shop ID was not finished. Please try again.");
    }

    @Test
    void an_e_mail_that_is_not_verified_is_one_calm_sentence() {
        portal.provider().expect(TECHNICIAN.with("email_verified", false));

        assertStumbles("Shop ID has not confirmed your e-mail address.");
    }

    @Test
    void who_has_no_account_is_not_let_in() {
        portal.provider().expect(Guest.of("stranger-1", "stranger@shop.example"));

        assertStumbles("There is no active account for you here.");
    }

    @Test
    void who_is_disabled_is_not_let_in() {
        PortalDatabase database = new PortalDatabase(portal.data());
        String email = Portal.account("billing");
        portal.provider().expect(Guest.of("billing-7", email));
        database.change("update person set active = false where email = ?", email);
        try {
            assertStumbles("There is no active account for you here.");
        } finally {
            database.change("update person set active = true where email = ?", email);
        }
    }

    @Test
    void whatever_the_address_says_one_stays_in_this_portal() {
        for (String elsewhere : new String[] {"https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2Fsignout"}) {
            Visitor visitor = visitor();

            HttpResponse<String> answer = visitor.open(throughTheProvider(visitor, elsewhere));

            assertThat(Visitor.location(answer)).as(elsewhere).hasValue("/");
            assertThat(visitor.isIn()).isTrue();
        }
    }

    @Test
    void neither_codes_nor_tokens_reach_the_log() throws IOException {
        Visitor visitor = visitor();
        String back = throughTheProvider(visitor, "%2F");
        visitor.open(back);
        visitor.open(back);

        String log = Files.readString(portal.data().resolve("logs/server.log"));

        assertThat(log)
                .contains("signed in by the provider", "came to nothing")
                .doesNotContain(back.replaceFirst(".*code=([^&]+).*", "$1"))
                .doesNotContain("eyJ")
                .doesNotContain(TECHNICIAN.claims().get("email").toString());
    }

    private void assertStumbles(String sentence) {
        Visitor visitor = visitor();

        HttpResponse<String> answer = visitor.open(throughTheProvider(visitor, "%2F"));

        String page = visitor.open(Visitor.location(answer).orElseThrow()).body();
        assertThat(page).contains(sentence).contains("role=\"alert\"").doesNotContain("Exception");
        assertThat(visitor.isIn()).isFalse();
    }

    /** Presses the button, lets the provider sign in, and gives the address that leads back. */
    private String throughTheProvider(Visitor visitor, String next) {
        String invitation =
                Visitor.location(visitor.open("signin/oidc?next=" + next)).orElseThrow();
        try {
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(invitation)).build(),
                            HttpResponse.BodyHandlers.discarding());
            String back = answer.headers().firstValue("Location").orElseThrow();
            assertThat(back).startsWith(portal.address() + "signin/oidc/back?");
            return back;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Visitor visitor() {
        return new Visitor(portal.address(), HttpClient.newBuilder().sslContext(portal.trust()));
    }
}
