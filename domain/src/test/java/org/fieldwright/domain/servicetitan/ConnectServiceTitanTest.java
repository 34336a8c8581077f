package org.fieldwright.domain.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fieldwright.domain.people.FixedPerson;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.RecordedEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectServiceTitanTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryCapabilities capabilities = new InMemoryCapabilities();
    private final RecordedEvents<ConnectionChanged> events = new RecordedEvents<>();
    private final List<Connection> probed = new ArrayList<>();
    private final ConnectServiceTitan connect = new ConnectServiceTitan(
            connections,
            capabilities,
            connection -> {
                probed.add(connection);
                return new ConnectionProbe.Result.Works(List.of(), Duration.ZERO);
            },
            FixedPerson.with(Role.ADMINISTRATOR),
            events,
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void production_and_integration_have_their_own_hosts() {
        connect.keep(draft(Connection.Place.INTEGRATION, "", "", "secret", "ak1"));

        Connection kept = connections.current().orElseThrow().connection();
        assertThat(kept.api()).isEqualTo(URI.create("https://api-integration.servicetitan.io"));
        assertThat(kept.auth()).isEqualTo(URI.create("https://auth-integration.servicetitan.io"));
        assertThat(events.told()).containsExactly(new ConnectionChanged(1));
    }

    @Test
    void what_is_shown_holds_no_secret() {
        connect.keep(draft(Connection.Place.PRODUCTION, "", "", "the secret", "the key"));

        assertThat(connect.current().orElseThrow().toString()).doesNotContain("the secret", "the key");
        assertThat(connections.current().orElseThrow().toString()).doesNotContain("the secret", "the key");
    }

    @Test
    void secrets_left_blank_stay_as_they_are() {
        connect.keep(draft(Connection.Place.PRODUCTION, "", "", "the secret", "the key"));

        connect.keep(draft(Connection.Place.PRODUCTION, "", "", "", ""));

        Connection kept = connections.current().orElseThrow().connection();
        assertThat(kept.clientSecret()).isEqualTo("the secret");
        assertThat(kept.appKey()).isEqualTo("the key");
    }

    @Test
    void a_kept_secret_is_never_tried_at_another_address() {
        connect.keep(draft(Connection.Place.PRODUCTION, "", "", "the secret", "the key"));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> connect.test(draft(Connection.Place.OTHER, "https://evil.example", "", "", "")))
                .withMessage("Enter the client secret of this connection.");
        assertThat(probed).isEmpty();
    }

    @Test
    void a_connection_is_tried_without_being_kept() {
        ConnectionProbe.Result result =
                connect.test(draft(Connection.Place.OTHER, "http://localhost:8091/", "", "secret", "ak1"));

        assertThat(result).isInstanceOf(ConnectionProbe.Result.Works.class);
        assertThat(probed).extracting(Connection::auth).containsExactly(URI.create("http://localhost:8091"));
        assertThat(connect.current()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "servicetitan", "ftp://there.example", "https://", "https://me:pw@there.example", "a b"})
    void an_address_that_is_none_is_refused(String address) {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> connect.keep(draft(Connection.Place.OTHER, address, "", "secret", "ak1")))
                .withMessageStartingWith("Enter an address like");
    }

    @Test
    void unlisted_operations_are_switched_one_by_one() {
        connect.change(Capability.HOLD_JOBS, true);

        assertThat(connect.switchedOn()).containsExactly(Capability.HOLD_JOBS);
    }

    private static ConnectServiceTitan.Draft draft(
            Connection.Place place, String api, String auth, String secret, String key) {
        return new ConnectServiceTitan.Draft(place, api, auth, 4711, "client-1", secret, key, "");
    }
}
