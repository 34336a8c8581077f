package org.fieldwright.domain.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A browser that need not sign in again for a while.
 *
 * @param selector finds it; stays the same
 * @param browser what its owner recognises it by, such as {@code Chrome on Android}
 * @param generation of the account when it was remembered
 * @param validator hash of the secret half, which changes at every use
 * @param previous hash of the one before
 * @param rotatedAt when it was used last
 */
public record RememberedDevice(
        String selector,
        UUID person,
        String browser,
        int generation,
        String validator,
        Optional<String> previous,
        Instant createdAt,
        Instant rotatedAt,
        Instant expiresAt) {
    /** A browser sends several requests at once, all with the secret from before: that is no theft. */
    static final Duration GRACE = Duration.ofMinutes(1);

    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    boolean hasValidator(String hash) {
        return OpaqueToken.same(validator, hash);
    }

    boolean hadValidatorJustNow(String hash, Instant now) {
        return previous.filter(before -> OpaqueToken.same(before, hash)).isPresent()
                && rotatedAt.plus(GRACE).isAfter(now);
    }

    RememberedDevice rotated(String newValidator, Instant now) {
        return new RememberedDevice(
                selector, person, browser, generation, newValidator, Optional.of(validator), createdAt, now, expiresAt);
    }
}
