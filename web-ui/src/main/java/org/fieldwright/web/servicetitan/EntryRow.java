package org.fieldwright.web.servicetitan;

import java.time.Instant;
import org.fieldwright.domain.outbox.Entry;

/** An effect ready to be drawn. */
public record EntryRow(Entry entry) {
    public String tone() {
        return switch (entry.state()) {
            case WAITING -> entry.reason().isEmpty() ? "info" : "warn";
            case DONE -> "good";
            case PARKED -> "bad";
            case DISMISSED -> "off";
        };
    }

    public String icon() {
        return switch (entry.state()) {
            case WAITING -> "clock";
            case DONE -> "good";
            case PARKED -> "bad";
            case DISMISSED -> "close";
        };
    }

    /** Whether somebody may still decide about it. */
    public boolean open() {
        return entry.state() == Entry.State.PARKED || entry.state() == Entry.State.WAITING;
    }

    /** Whether a moment is known at which it is tried again. */
    public boolean triedAgain() {
        return entry.state() == Entry.State.WAITING && entry.tries() > 0;
    }

    public boolean created() {
        return entry.createdId() > 0;
    }

    public boolean done() {
        return entry.doneAt().isPresent();
    }

    public Instant doneAt() {
        return entry.doneAt().orElse(null);
    }
}
