package org.fieldwright.servicetitan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fieldwright.domain.servicetitan.Connection;
import org.fieldwright.domain.servicetitan.InMemoryConnections;
import org.fieldwright.domain.shared.MovingClock;

/**
 * A ServiceTitan that answers what it is told, and a line to it. When it is closed, everything that it was sent is held against the published
 * documents.
 */
final class PretendTitan implements AutoCloseable {
    static final long TENANT = 1_234;
    static final String GUID = "a7c1f0de-5b1c-4e2a-9a38-0c9d7a1f2b3c";
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** One for all tests, which run one after the other: starting one takes longer than most tests. */
    private static final WireMockServer SERVER =
            new WireMockServer(wireMockConfig().dynamicPort());

    private final InMemoryConnections connections = new InMemoryConnections();
    private final MovingClock clock = MovingClock.at(NOON);
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private boolean documented = true;

    PretendTitan() {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
        SERVER.resetAll();
        connections.keep(connection(), "an administrator", NOON);
        givesTokens();
    }

    WireMockServer server() {
        return SERVER;
    }

    InMemoryConnections connections() {
        return connections;
    }

    MovingClock clock() {
        return clock;
    }

    /** How long was waited, in order; the limiter's turns are not among them. */
    List<Duration> pauses() {
        return pauses.stream()
                .filter(pause -> pause.compareTo(Duration.ofMillis(200)) > 0)
                .toList();
    }

    /** What it is sent in this test need not be in the published documents. */
    PretendTitan undocumented() {
        documented = false;
        return this;
    }

    Connection connection() {
        return connection(GUID);
    }

    Connection connection(String guid) {
        URI here = URI.create(SERVER.baseUrl());
        return new Connection(
                Connection.Place.OTHER, here, here, TENANT, "cid.fieldwright", "cs1.secret", "ak1.key", guid);
    }

    Line line() {
        return line(new ServiceTitanSettings(60, Duration.ofSeconds(30), Duration.ofSeconds(30)));
    }

    Line line(ServiceTitanSettings settings) {
        return line(settings, clock);
    }

    Line line(ServiceTitanSettings settings, Clock time) {
        return new Line(connections, settings, time, pauses::add);
    }

    void givesTokens() {
        gives(post(urlPathEqualTo("/connect/token")), okJson("""
                        {"access_token": "the-token", "expires_in": 900, "token_type": "Bearer", "scope": ""}"""));
    }

    StubMapping gives(MappingBuilder asked, ResponseDefinitionBuilder answer) {
        return SERVER.stubFor(asked.willReturn(answer));
    }

    /** Whatever is read at this path behind the tenant, in this module, is this JSON. */
    StubMapping reads(String modulePath, String json) {
        return gives(get(urlPathEqualTo(path(modulePath))), okJson(json));
    }

    void answersEverythingElse(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).atPriority(100).willReturn(answer));
    }

    /** Such as {@code crm customers/7} for {@code /crm/v2/tenant/1234/customers/7}. */
    static String path(String modulePath) {
        int space = modulePath.indexOf(' ');
        return "/" + modulePath.substring(0, space) + "/v2/tenant/" + TENANT + "/" + modulePath.substring(space + 1);
    }

    static ResponseDefinitionBuilder problem(int status, String title) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("""
                        {"type": "about:blank", "title": "%s", "status": %d, "traceId": "trace-1", "errors": {}, "data": {}}""".formatted(title, status));
    }

    static String page(String... rows) {
        return page(false, rows.length, rows);
    }

    static String page(boolean more, int total, String... rows) {
        return """
                {"page": 1, "pageSize": 500, "hasMore": %s, "totalCount": %d, "data": [%s]}""".formatted(more, total, String.join(",", rows));
    }

    static String export(boolean more, String token, String... rows) {
        return """
                {"hasMore": %s, "continueFrom": "%s", "data": [%s]}""".formatted(more, token, String.join(",", rows));
    }

    /** What it was asked beside tokens, in order. */
    List<LoggedRequest> asked() {
        return SERVER.getAllServeEvents().reversed().stream()
                .map(ServeEvent::getRequest)
                .filter(request -> !request.getUrl().startsWith("/connect/token"))
                .toList();
    }

    long askedForTokens() {
        return SERVER.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().startsWith("/connect/token"))
                .count();
    }

    @Override
    public void close() {
        if (documented) {
            PublishedContract.accepts(asked());
        }
    }
}
