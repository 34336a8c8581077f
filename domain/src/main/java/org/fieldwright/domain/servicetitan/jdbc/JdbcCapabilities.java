package org.fieldwright.domain.servicetitan.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.fieldwright.domain.servicetitan.Capabilities;
import org.fieldwright.domain.servicetitan.Capability;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** A row for each that is on. */
@ApplicationScoped
class JdbcCapabilities implements Capabilities {
    private Jdbc jdbc;

    /** For the container's proxy. */
    protected JdbcCapabilities() {}

    @Inject
    JdbcCapabilities(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Capability> on() {
        Set<Capability> on = EnumSet.noneOf(Capability.class);
        on.addAll(jdbc.query(
                "select capability from servicetitan_capability", row -> Capability.valueOf(row.getString(1))));
        return on;
    }

    @Override
    public void change(Capability capability, boolean on, String by, Instant at) {
        if (on) {
            jdbc.update(
                    "insert into servicetitan_capability (capability, changed_by, changed_at) values (?, ?, ?)"
                            + " on conflict (capability) do nothing",
                    capability,
                    by,
                    at);
        } else {
            jdbc.update("delete from servicetitan_capability where capability = ?", capability);
        }
    }
}
