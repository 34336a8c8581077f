package org.fieldwright.assistant.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Leaves a model that keeps failing alone for a while, then tries it once. */
final class Breaker {
    private static final int FAILURES = 3;

    private final Clock clock;
    private final Duration pause;
    private int failures;
    private Instant closedUntil = Instant.MIN;
    private Optional<Instant> lastSuccess = Optional.empty();
    private Optional<Instant> lastFailure = Optional.empty();

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
        lastSuccess = Optional.of(clock.instant());
        failures = 0;
        closedUntil = Instant.MIN;
    }

    synchronized void failed() {
        Instant now = clock.instant();
        lastFailure = Optional.of(now);
        failures++;
        if (failures >= FAILURES) {
            closedUntil = now.plus(pause);
        }
    }

    synchronized History history() {
        return new History(failures, failures >= FAILURES, lastSuccess, lastFailure);
    }

    /**
     * How it went since the start.
     *
     * @param failures in a row, up to now
     * @param failing whether these are so many that it is left alone between tries
     */
    record History(int failures, boolean failing, Optional<Instant> lastSuccess, Optional<Instant> lastFailure) {}
}
