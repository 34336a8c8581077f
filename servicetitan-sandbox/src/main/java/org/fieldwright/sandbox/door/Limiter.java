package org.fieldwright.sandbox.door;

import java.time.Clock;
import java.time.Instant;

/** Lets so many calls a second through, and says how long to wait. */
final class Limiter {
    private final int perSecond;
    private final Clock clock;
    private long second;
    private int calls;

    Limiter(int perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Whether this call is one too many. */
    synchronized boolean tooMany() {
        Instant now = clock.instant();
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            calls = 0;
        }
        return ++calls > perSecond;
    }
}
