package org.fieldwright.domain.people;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The wrong tries behind one e-mail. From the fifth on, each is followed by a pause: half a minute, then twice as long each
 * time, an hour at most. A day of peace forgets them.
 *
 * @param failures tries since the last sign-in, the one under way included
 */
public record Attempt(int failures, Optional<Instant> pausedUntil, Instant lastAt) {
    static final int FREE_TRIES = 5;
    static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    public Attempt {
        requireNonNull(pausedUntil, "pausedUntil");
        requireNonNull(lastAt, "lastAt");
        if (failures < 0) {
            throw new IllegalArgumentException("failures are never negative");
        }
    }

    public static Attempt none(Instant now) {
        return new Attempt(0, Optional.empty(), now);
    }

    public boolean isPaused(Instant now) {
        return pausedUntil.filter(until -> until.isAfter(now)).isPresent();
    }

    /** One more try, counted before it is known how it ends: many at once do not slip through. */
    public Attempt counted(Instant now) {
        if (isPaused(now)) {
            return this;
        }
        int count = lastAt.plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : failures + 1;
        return new Attempt(count, pauseAfter(count).map(now::plus), now);
    }

    private static Optional<Duration> pauseAfter(int failures) {
        if (failures < FREE_TRIES) {
            return Optional.empty();
        }
        int doublings = Math.min(failures - FREE_TRIES, 10);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return Optional.of(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}
