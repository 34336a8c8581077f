package org.fieldwright.web.people;

import java.time.Instant;
import java.util.Optional;
import org.fieldwright.domain.people.Standing;

/** How somebody stands, as a colour, an icon and a word. */
public record StandingView(Standing standing, Optional<Instant> ends) {
    public String word() {
        return standing.inWords();
    }

    public String icon() {
        return switch (standing) {
            case ACTIVE -> "good";
            case INVITED -> "clock";
            case PAUSED -> "lock";
            case DISABLED -> "pause";
        };
    }

    /** Which colour goes with it; blank for none. */
    public String tone() {
        return switch (standing) {
            case ACTIVE -> "good";
            case INVITED -> "info";
            case PAUSED -> "warn";
            case DISABLED -> "off";
        };
    }

    public boolean active() {
        return standing == Standing.ACTIVE;
    }

    public boolean invited() {
        return standing == Standing.INVITED;
    }

    public boolean locked() {
        return standing == Standing.PAUSED;
    }

    public boolean disabled() {
        return standing == Standing.DISABLED;
    }

    /** Whether it is known when this standing ends, or ended. */
    public boolean ending() {
        return ends.isPresent();
    }

    public Instant until() {
        return ends.orElseThrow();
    }
}
