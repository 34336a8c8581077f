package org.fieldwright.domain.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tokens programs sign in with, kept as hashes. */
public interface Tokens {
    /**
     * Keeps a new token.
     *
     * @param sha256 the token's hash, 64 hex digits
     */
    void add(ApiToken token, String sha256);

    Optional<ApiToken> findByHash(String sha256);

    /** A person's tokens, newest first. */
    List<ApiToken> of(UUID person);

    void used(UUID token, Instant at);

    /** Removes a person's token; nothing happens when it is somebody else's or gone. */
    void remove(UUID token, UUID person);

    void removeAllOf(UUID person);

    void removeExpired(Instant now);
}
