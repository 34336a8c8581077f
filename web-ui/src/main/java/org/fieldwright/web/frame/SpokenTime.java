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
    private static final DateTimeFormatter HALF_LESS = DateTimeFormatter.ofPattern("h:mm", Locale.ENGLISH);
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

    /** Such as {@code in 5 min}, {@code tomorrow 2:14 pm}, {@code just now}, {@code 12 min ago}, {@code today 2:14 pm}, {@code yesterday}, {@code Nov 20}. */
    public String said(Instant instant) {
        Duration ago = Duration.between(instant, clock.instant());
        ZonedDateTime then = instant.atZone(zone);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        if (ago.isNegative()) {
            return ahead(ago.negated(), then, today);
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

    private static String ahead(Duration ahead, ZonedDateTime then, LocalDate today) {
        if (ahead.toMinutes() < 1) {
            return "in a moment";
        }
        if (ahead.toHours() < 1) {
            return "in " + ahead.toMinutes() + " min";
        }
        return dayAhead(then.toLocalDate(), today) + " " + clockTime(then);
    }

    private static String dayAhead(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "today";
        }
        return day.equals(today.plusDays(1)) ? "tomorrow" : day.format(DAY_AND_YEAR);
    }

    /** From when to when, such as {@code today 2:00–4:00 pm}, {@code Nov 20 11:00 am–1:00 pm}. */
    public String window(Instant start, Instant end) {
        ZonedDateTime from = start.atZone(zone);
        ZonedDateTime to = end.atZone(zone);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        boolean sameHalf = from.toLocalDate().equals(to.toLocalDate()) && from.getHour() / 12 == to.getHour() / 12;
        String begin = sameHalf ? from.format(HALF_LESS) : clockTime(from);
        String last = from.toLocalDate().equals(to.toLocalDate()) ? "" : day(to.toLocalDate(), today) + " ";
        return day(from.toLocalDate(), today) + " " + begin + "–" + last + clockTime(to);
    }

    private static String day(LocalDate day, LocalDate today) {
        if (day.equals(today.minusDays(1))) {
            return "yesterday";
        }
        if (day.equals(today) || day.equals(today.plusDays(1))) {
            return dayAhead(day, today);
        }
        return day.format(day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR);
    }

    /** To the second, for whoever needs to know. */
    public String exactly(Instant instant) {
        return instant.atZone(zone).format(EXACT);
    }

    private static String clockTime(ZonedDateTime then) {
        return then.format(TIME).toLowerCase(Locale.ENGLISH);
    }
}
