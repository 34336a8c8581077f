package org.fieldwright.domain.people;

import java.time.Instant;
import java.util.UUID;

/** A link by which somebody chooses their password: good once, and until it expires. */
public record Invitation(UUID person, Instant createdAt, Instant expiresAt) {
    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
