package org.fieldwright.domain.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Connections} promises. */
public interface ConnectionsContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    Connections connections();

    @Test
    default void without_one_there_is_none() {
        assertThat(connections().current()).isEmpty();
    }

    @Test
    default void a_connection_is_kept_in_place_of_the_one_before() {
        long first = connections().keep(shop(1, "secret-1"), "pat@shop.example", NOON);
        long second = connections().keep(shop(2, "secret-2"), "sam@shop.example", NOON.plusSeconds(60));

        assertThat(second).isGreaterThan(first);
        assertThat(connections().current())
                .contains(new Connections.Kept(shop(2, "secret-2"), second, "sam@shop.example", NOON.plusSeconds(60)));
    }

    @Test
    default void a_forgotten_connection_is_gone_and_the_next_one_is_newer_still() {
        long first = connections().keep(shop(1, "secret-1"), "pat@shop.example", NOON);

        connections().forget();

        assertThat(connections().current()).isEmpty();
        assertThat(connections().keep(shop(1, "secret-1"), "pat@shop.example", NOON))
                .isGreaterThan(first);
    }

    static Connection shop(long tenant, String secret) {
        return new Connection(
                Connection.Place.OTHER,
                URI.create("https://api.sandbox.example"),
                URI.create("https://auth.sandbox.example"),
                tenant,
                "client-1",
                secret,
                "ak1.key",
                "11111111-2222-3333-4444-555555555555");
    }
}
