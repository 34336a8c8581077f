package org.fieldwright.assistant.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Leaves a model that keeps failing alone for a while, then tries it once. */
final class Breaker {
    private static final int FAILURES = 3;

    private final Clock clock;
    private final Duration pause;
    private int failures;
    private Instant closedUntil = Instant.MIN;

    Breaker(Clock clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Whether the model may be asked now. After a pause one caller may, the others wait for how that ends. */
    synchronized boolean mayTry() {
        Instant now = clock.instant();
        if (now.isBefore(closedUntil)) {
            return false;
        }
        if (failures >= FAILURES) {
            closedUntil = now.plus(pause);
        }
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        closedUntil = Instant.MIN;
    }

    synchronized void failed() {
        failures++;
        if (failures >= FAILURES) {
            closedUntil = clock.instant().plus(pause);
        }
    }
}
