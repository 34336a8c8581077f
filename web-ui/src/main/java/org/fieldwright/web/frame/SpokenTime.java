package org.fieldwright.web.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people say them, in the zone of the shop (the server's). */
@Named("times")
@ApplicationScoped
public class SpokenTime {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy, h:mm:ss a z", Locale.ENGLISH);

    private Clock clock;
    private ZoneId zone;

    /** For the container's proxy. */
    protected SpokenTime() {}

    @Inject
    SpokenTime(Clock clock) {
        this(clock, ZoneId.systemDefault());
    }

    SpokenTime(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Such as {@code just now}, {@code 12 min ago}, {@code today 2:14 pm}, {@code yesterday}, {@code Nov 20}. */
    public String said(Instant instant) {
        Duration ago = Duration.between(instant, clock.instant());
        ZonedDateTime then = instant.atZone(zone);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        if (ago.isNegative()) {
            return then.format(DAY_AND_YEAR) + " " + clockTime(then);
        }
        if (ago.toMinutes() < 1) {
            return "just now";
        }
        if (ago.toHours() < 1) {
            return ago.toMinutes() + " min ago";
        }
        if (then.toLocalDate().equals(today)) {
            return "today " + clockTime(then);
        }
        if (then.toLocalDate().equals(today.minusDays(1))) {
            return "yesterday " + clockTime(then);
        }
        return then.format(then.getYear() == today.getYear() ? DAY : DAY_AND_YEAR);
    }

    /** To the second, for whoever needs to know. */
    public String exactly(Instant instant) {
        return instant.atZone(zone).format(EXACT);
    }

    private static String clockTime(ZonedDateTime then) {
        return then.format(TIME).toLowerCase(Locale.ENGLISH);
    }
}
