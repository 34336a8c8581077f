package org.fieldwright.domain.servicetitan.jdbc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.fieldwright.domain.servicetitan.Capabilities;
import org.fieldwright.domain.servicetitan.Capability;
import org.fieldwright.domain.servicetitan.Connections;
import org.fieldwright.domain.servicetitan.ConnectionsContract;
import org.fieldwright.domain.shared.aesgcm.Sealers;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.junit.jupiter.api.Test;

class JdbcConnectionsTest implements ConnectionsContract {
    private final Jdbc jdbc = new Jdbc(TestDatabase.fresh());
    private final Connections connections = new JdbcConnections(jdbc, Sealers.withAKey());

    @Override
    public Connections connections() {
        return connections;
    }

    @Test
    void no_secret_can_be_read_in_the_database() {
        connections.keep(ConnectionsContract.shop(1, "the-client-secret"), "pat@shop.example", NOON);

        byte[] sealed = jdbc.first("select sealed from servicetitan_connection", row -> row.getBytes(1))
                .orElseThrow();
        String row = jdbc.first(
                        "select servicetitan_connection::text from servicetitan_connection", one -> one.getString(1))
                .orElseThrow();

        assertThat(new String(sealed, ISO_8859_1)).doesNotContain("the-client-secret", "ak1.key", "client-1");
        assertThat(row).doesNotContain("the-client-secret", "ak1.key", "client-1");
    }

    @Test
    void unlisted_operations_are_off_until_somebody_switches_them_on() {
        Capabilities capabilities = new JdbcCapabilities(jdbc);
        assertThat(capabilities.on()).isEmpty();

        capabilities.change(Capability.HOLD_JOBS, true, "pat@shop.example", NOON);
        capabilities.change(Capability.HOLD_JOBS, true, "pat@shop.example", NOON);
        capabilities.change(Capability.COMPLETE_JOBS, true, "pat@shop.example", NOON);
        capabilities.change(Capability.COMPLETE_JOBS, false, "pat@shop.example", NOON);

        assertThat(capabilities.on()).containsExactly(Capability.HOLD_JOBS);
    }
}
