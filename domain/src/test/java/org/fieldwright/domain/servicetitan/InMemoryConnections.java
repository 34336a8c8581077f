package org.fieldwright.domain.servicetitan;

import java.time.Instant;
import java.util.Optional;

/** Connections for tests. */
public class InMemoryConnections implements Connections {
    private Optional<Kept> current = Optional.empty();
    private long revision;

    @Override
    public Optional<Kept> current() {
        return current;
    }

    @Override
    public long keep(Connection connection, String by, Instant at) {
        revision++;
        current = Optional.of(new Kept(connection, revision, by, at));
        return revision;
    }

    @Override
    public void forget() {
        current = Optional.empty();
    }
}
