package org.fieldwright.domain.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a program act for a person until it expires.
 *
 * @param name what it is for, in its owner's words
 * @param lastUsed to the minute
 */
public record ApiToken(
        UUID id, UUID person, String name, Instant createdAt, Instant expiresAt, Optional<Instant> lastUsed) {
    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
