package org.fieldwright.web.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.people.SignInByProvider.Proven;
import org.fieldwright.domain.shared.MapConfig;
import org.fieldwright.web.security.OidcSettings;
import org.fieldwright.web.security.Stumble;
import org.fieldwright.web.security.oidc.PretendProvider.Guest;
import org.fieldwright.web.security.oidc.PretendProvider.Wrong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenIdProviderTest {
    private static final URI BACK = URI.create("https://portal.example/signin/oidc/back");
    private static final Guest ANN = Guest.of("42", "ann@shop.example");

    private final Clock clock = Clock.systemUTC();
    private final PretendProvider pretend = PretendProvider.start(clock);
    private final OpenIdProvider provider = provider(Map.of());
    private final Started started = Started.fresh("/ask", clock.instant());

    @AfterEach
    void stop() {
        pretend.close();
    }

    @Test
    void the_code_becomes_the_person_who_signed_in_at_the_provider() throws Exception {
        pretend.expect(ANN);

        Proven proven = provider.prove(started, codeFor(provider, started), BACK);

        assertThat(proven)
                .isEqualTo(new Proven(
                        pretend.issuer(),
                        "42",
                        "ann@shop.example",
                        "Somebody of the shop",
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void the_invitation_asks_for_a_code_with_a_challenge_and_gives_no_secret_away() throws Exception {
        String invitation = provider.invitation(started, BACK).toString();

        assertThat(invitation)
                .startsWith(pretend.issuer() + "/authorize?")
                .contains("response_type=code", "code_challenge_method=S256", "state=" + started.state())
                .contains("nonce=" + started.nonce())
                .doesNotContain(started.verifier())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NOTHING", "NO_JSON", "REFUSED_BY_THE_PERSON"},
            mode = EnumSource.Mode.EXCLUDE)
    void an_answer_that_is_not_right_in_everything_proves_nobody(Wrong wrong) throws Exception {
        pretend.expect(ANN);
        String code = codeFor(provider, started);

        pretend.goWrong(wrong);

        assertStumbles(Stumble.NOT_FINISHED, () -> provider.prove(started, code, BACK));
    }

    @Test
    void an_answer_that_is_no_answer_proves_nobody() throws Exception {
        pretend.expect(ANN);
        String code = codeFor(provider, started);

        pretend.goWrong(Wrong.NO_JSON);

        assertStumbles(Stumble.NOT_FINISHED, () -> provider.prove(started, code, BACK));
    }

    @Test
    void a_code_is_good_once() throws Exception {
        pretend.expect(ANN);
        String code = codeFor(provider, started);
        provider.prove(started, code, BACK);

        assertStumbles(Stumble.NOT_FINISHED, () -> provider.prove(started, code, BACK));
    }

    @Test
    void a_code_that_another_browser_was_given_is_of_no_use_here() throws Exception {
        pretend.expect(ANN);
        String code = codeFor(provider, Started.fresh("/", clock.instant()));

        assertStumbles(Stumble.NOT_FINISHED, () -> provider.prove(started, code, BACK));
    }

    @Test
    void an_e_mail_that_the_provider_has_not_verified_opens_nothing() throws Exception {
        for (Object unverified : new Object[] {false, "false", "yes"}) {
            pretend.expect(ANN.with("email_verified", unverified));
            String code = codeFor(provider, started);

            assertStumbles(Stumble.UNVERIFIED, () -> provider.prove(started, code, BACK));
        }
        pretend.expect(new Guest("42", Map.of("email", "ann@shop.example")));
        String code = codeFor(provider, started);
        assertStumbles(Stumble.UNVERIFIED, () -> provider.prove(started, code, BACK));
    }

    @Test
    void a_provider_that_says_the_e_mail_only_when_asked_is_asked() throws Exception {
        pretend.expect(ANN);
        pretend.tellMoreOnlyWhenAsked();

        Proven proven = provider.prove(started, codeFor(provider, started), BACK);

        assertThat(proven.email()).isEqualTo("ann@shop.example");
    }

    @Test
    void another_claim_can_be_the_e_mail_and_groups_give_roles() throws Exception {
        OpenIdProvider other = provider(Map.of(
                "fieldwright.oidc.email-claim", "work_mail",
                "fieldwright.oidc.groups-claim", "groups",
                "fieldwright.oidc.groups", "office=dispatcher+billing, admins=administrator",
                "fieldwright.oidc.newcomers", "technician"));
        pretend.expect(ANN.with("work_mail", "ann@work.example").with("groups", List.of("office", "bowling")));

        Proven proven = other.prove(started, codeFor(other, started), BACK);

        assertThat(proven.email()).isEqualTo("ann@work.example");
        assertThat(proven.roles()).hasValue(Set.of(Role.DISPATCHER, Role.BILLING));
        assertThat(proven.newcomers()).hasValue(Role.TECHNICIAN);
    }

    @Test
    void who_is_in_no_group_is_told_apart_from_groups_that_decide_nothing() throws Exception {
        OpenIdProvider other = provider(
                Map.of("fieldwright.oidc.groups-claim", "groups", "fieldwright.oidc.groups", "admins=administrator"));
        pretend.expect(ANN);

        assertThat(other.prove(started, codeFor(other, started), BACK).roles()).hasValue(Set.of());
    }

    @Test
    void the_provider_is_asked_who_it_is_once() throws Exception {
        provider.invitation(started, BACK);
        provider.invitation(Started.fresh("/", clock.instant()), BACK);

        assertThat(pretend.discoveries()).isEqualTo(1);
    }

    @Test
    void a_provider_that_does_not_answer_is_said_to_be_unreachable_and_asked_again_later() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        OpenIdProvider away = provider(Map.of("fieldwright.oidc.issuer", "http://localhost:" + port));

        assertStumbles(Stumble.UNREACHABLE, () -> away.invitation(started, BACK));
    }

    @Test
    void a_provider_that_calls_itself_something_else_is_not_believed() {
        OpenIdProvider other =
                provider(Map.of("fieldwright.oidc.issuer", pretend.issuer().replace("localhost", "127.0.0.1")));

        assertStumbles(Stumble.UNREACHABLE, () -> other.invitation(started, BACK));
    }

    private interface Call {
        void make() throws Exception;
    }

    private static void assertStumbles(Stumble stumble, Call call) {
        assertThatThrownBy(call::make).isInstanceOfSatisfying(StumbledException.class, stumbled -> {
            assertThat(stumbled.stumble()).isEqualTo(stumble);
            assertThat(stumbled.getMessage()).doesNotContain("ann@shop.example").doesNotContain("eyJ");
        });
    }

    /** Goes to the provider as the browser would, and brings back the code. */
    private static String codeFor(OpenIdProvider provider, Started started) throws Exception {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(provider.invitation(started, BACK))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        String back = answer.headers().firstValue("Location").orElseThrow();
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(back);
        assertThat(back).startsWith(BACK.toString()).contains("state=" + started.state());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private OpenIdProvider provider(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "fieldwright.oidc.issuer", pretend.issuer(),
                "fieldwright.oidc.client-id", PretendProvider.CLIENT,
                "fieldwright.oidc.client-secret", PretendProvider.SECRET));
        settings.putAll(changed);
        return new OpenIdProvider(OidcSettings.from(new MapConfig(settings)), clock);
    }
}
