package org.fieldwright.sandbox.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The time in the simulated shop: the machine's, moved by as much as somebody asked for. */
public final class WorldClock extends Clock {
    private final Clock machine;
    private volatile Duration ahead;

    public WorldClock(Clock machine, Duration ahead) {
        this.machine = machine;
        this.ahead = ahead;
    }

    public Duration ahead() {
        return ahead;
    }

    public void move(Duration newAhead) {
        ahead = newAhead;
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new WorldClock(machine.withZone(zone), ahead);
    }

    /** As exact as the database keeps it. */
    @Override
    public Instant instant() {
        return machine.instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }
}
