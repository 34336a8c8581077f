package org.fieldwright.domain.servicetitan;

import java.time.Instant;
import java.util.Optional;

/** Keeps the one connection of this installation. Its secrets are encrypted at rest. */
public interface Connections {
    /** The connection as it is now; empty until an administrator has set one up. */
    Optional<Kept> current();

    /**
     * Puts this connection in place of the one before.
     *
     * @return its new revision
     */
    long keep(Connection connection, String by, Instant at);

    /** Forgets the connection and its secrets. */
    void forget();

    /**
     * A kept connection.
     *
     * @param revision grows with every change: who holds a token of an older one asks for a new token
     */
    record Kept(Connection connection, long revision, String by, Instant at) {}
}
