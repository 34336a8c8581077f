package org.fieldwright.servicetitan;

import java.time.Duration;

/** Waits, so that tests need not. */
@FunctionalInterface
interface Pause {
    Pause REAL = Thread::sleep;

    void take(Duration time) throws InterruptedException;

    /** Waits; an interruption ends the wait and stays noted. */
    default void takeQuietly(Duration time) {
        if (time.isZero() || time.isNegative()) {
            return;
        }
        try {
            take(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
