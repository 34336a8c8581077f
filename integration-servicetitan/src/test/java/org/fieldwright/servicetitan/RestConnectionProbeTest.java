package org.fieldwright.servicetitan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldwright.servicetitan.PretendTitan.page;
import static org.fieldwright.servicetitan.PretendTitan.path;
import static org.fieldwright.servicetitan.PretendTitan.problem;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fieldwright.domain.servicetitan.Connection;
import org.fieldwright.domain.servicetitan.ConnectionProbe.MissingScope;
import org.fieldwright.domain.servicetitan.ConnectionProbe.Result;
import org.fieldwright.domain.servicetitan.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PublishedContract.class)
class RestConnectionProbeTest {
    private final PretendTitan titan = new PretendTitan();
    private final RestConnectionProbe probe = new RestConnectionProbe(titan.clock());

    @AfterEach
    void close() {
        titan.close();
    }

    private void tokenIs(ResponseDefinitionBuilder answer) {
        titan.gives(post(urlPathEqualTo("/connect/token")), answer);
    }

    private void tokenOpens(Set<String> scopes) {
        tokenIs(okJson("{\"access_token\": \"the-token\", \"expires_in\": 900, \"scope\": \"" + String.join(" ", scopes)
                + "\"}"));
    }

    private void unitsAre(ResponseDefinitionBuilder answer) {
        titan.gives(get(urlPathEqualTo(path("settings business-units"))), answer);
    }

    private static String jwt(String claims) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".x";
    }

    private Result.Fails failure() {
        return (Result.Fails) probe.probe(titan.connection());
    }

    @Test
    void a_connection_that_opens_everything_works() {
        tokenOpens(Scopes.used());
        unitsAre(okJson(page("{\"id\": 1}")));

        Result result = probe.probe(titan.connection());

        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Works.class, works -> assertThat(works.missing()).isEmpty());
    }

    @Test
    void missing_rights_are_named_with_what_does_not_work_without_them() {
        Set<String> scopes = new TreeSet<>(Scopes.used());
        scopes.removeAll(Set.of("tn.crm.customers:r", "tn.jpm.jobs:w"));
        tokenOpens(scopes);
        unitsAre(okJson(page("{\"id\": 1}")));

        Result.Works works = (Result.Works) probe.probe(titan.connection());

        assertThat(works.missing())
                .containsExactly(
                        new MissingScope("tn.crm.customers:r", "Copying: customers, contacts of customers"),
                        new MissingScope("tn.jpm.jobs:w", "Creating jobs, their notes and tags"));
    }

    @Test
    void rights_are_read_from_the_token_itself_where_nothing_stands_beside_it() {
        String list = String.join("\", \"", Scopes.used());
        tokenIs(okJson("{\"access_token\": \"" + jwt("{\"tenant\": \"1234\", \"scope\": [\"" + list + "\"]}")
                + "\", \"expires_in\": 900}"));
        unitsAre(okJson(page()));

        Result.Works works = (Result.Works) probe.probe(titan.connection());

        assertThat(works.missing()).isEmpty();
    }

    @Test
    void the_page_is_not_asked_for_where_the_right_to_it_is_missing() {
        tokenOpens(Set.of("tn.jpm.jobs:r"));

        Result.Works works = (Result.Works) probe.probe(titan.connection());

        assertThat(works.missing()).extracting(MissingScope::scope).contains("tn.stt.businessunits:r");
        assertThat(titan.asked()).isEmpty();
    }

    @Test
    void a_clock_that_is_off_is_reported() {
        tokenOpens(Scopes.used());
        unitsAre(okJson(page()).withHeader("Date", "Mon, 02 Mar 2026 11:50:00 GMT"));

        Result.Works works = (Result.Works) probe.probe(titan.connection());

        assertThat(works.clockOff()).isEqualTo(Duration.ofMinutes(-10));
    }

    @Test
    void an_expired_secret_has_its_sentence() {
        tokenIs(aResponse()
                .withStatus(400)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\": \"invalid_client\"}"));

        assertThat(failure())
                .isEqualTo(new Result.Fails(
                        Trouble.SIGN_IN_REFUSED,
                        "ServiceTitan does not accept the client id and secret. The secret may have expired: enter a new"
                                + " one in the settings of the connection."));
    }

    @Test
    void a_token_of_another_tenant_has_its_sentence() {
        tokenIs(okJson("{\"access_token\": \"" + jwt("{\"tenant\": \"99\"}") + "\", \"expires_in\": 900}"));

        assertThat(failure())
                .isEqualTo(new Result.Fails(
                        Trouble.OTHER_TENANT,
                        "These credentials are not for tenant 1234. Compare the tenant's number with the one in"
                                + " ServiceTitan's settings."));
        assertThat(titan.asked()).isEmpty();
    }

    @Test
    void a_wrong_application_key_has_its_sentence() {
        tokenOpens(Scopes.used());
        unitsAre(problem(401, "The header ST-App-Key is missing or wrong."));

        assertThat(failure())
                .isEqualTo(new Result.Fails(
                        Trouble.APP_KEY_REFUSED,
                        "ServiceTitan does not accept the application key. Compare it with the one in their developer"
                                + " portal."));
    }

    @Test
    void a_wrong_address_has_its_sentence() {
        tokenIs(aResponse().withStatus(404));

        assertThat(failure())
                .isEqualTo(new Result.Fails(
                        Trouble.UNREACHABLE, "There is no sign-in of ServiceTitan at localhost. Compare the address."));
    }

    @Test
    void an_address_where_nobody_listens_has_its_sentence() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://localhost:" + free.getLocalPort());
        }

        Result result = probe.probe(new Connection(Connection.Place.OTHER, nobody, nobody, 1, "c", "s", "k", ""));

        assertThat(result).isInstanceOfSatisfying(Result.Fails.class, fails -> {
            assertThat(fails.trouble()).isEqualTo(Trouble.UNREACHABLE);
            assertThat(fails.sentence()).startsWith("ServiceTitan cannot be reached at localhost.");
        });
    }

    @Test
    void a_page_where_json_should_be_has_its_sentence() {
        tokenIs(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Welcome to our hotel</html>"));

        assertThat(failure().sentence())
                .isEqualTo("ServiceTitan's answer could not be understood: it is a page and no JSON.");
    }

    @Test
    void every_right_says_what_it_is_for() {
        List<MissingScope> all = Scopes.missing(Set.of());

        assertThat(all).hasSameSizeAs(Scopes.used()).allSatisfy(scope -> {
            assertThat(scope.scope()).matches("tn\\.[a-z]+\\.[a-z]+:[rw]");
            assertThat(scope.needed()).isNotBlank();
        });
    }
}
