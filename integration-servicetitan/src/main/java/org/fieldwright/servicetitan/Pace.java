package org.fieldwright.servicetitan;

import dev.failsafe.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How fast this server calls: evenly, below their limit, and not at all while they ask us to wait. */
final class Pace {
    /** The longest anybody waits here; a longer wait is left to whoever plans the next try. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final RateLimiter<Object> limiter;
    private final Clock clock;
    private final Pause pause;
    private Instant heldUntil = Instant.MIN;

    Pace(int callsPerSecond, Clock clock, Pause pause) {
        this.limiter =
                RateLimiter.smoothBuilder(callsPerSecond, Duration.ofSeconds(1)).build();
        this.clock = clock;
        this.pause = pause;
    }

    /** Returns when it is this call's turn. */
    void turn() {
        pause.takeQuietly(longer(held(), limiter.reservePermit()));
    }

    /** They asked us to wait: nobody calls before that time is over. */
    synchronized void hold(Duration time) {
        Instant until = clock.instant().plus(time.compareTo(LONGEST_WAIT) < 0 ? time : LONGEST_WAIT);
        heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
    }

    private synchronized Duration held() {
        Instant now = clock.instant();
        return now.isBefore(heldUntil) ? atMost(Duration.between(now, heldUntil)) : Duration.ZERO;
    }

    /** A clock that was set back must not hold us longer than anybody asked. */
    private static Duration atMost(Duration held) {
        return held.compareTo(LONGEST_WAIT) < 0 ? held : LONGEST_WAIT;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
