package org.fieldwright.web.account;

import java.time.Duration;

/** How long a token may be good, as a choice in a list. */
public record Lifetime(Duration duration) {
    public String value() {
        return duration.toString();
    }

    public String word() {
        return duration.toDays() >= 1
                ? counted(duration.toDays(), "day")
                : counted(Math.max(1, duration.toHours()), "hour");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
