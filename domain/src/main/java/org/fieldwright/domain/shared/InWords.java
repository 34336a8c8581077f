package org.fieldwright.domain.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Sizes, times and numbers as people say them. */
public final class InWords {
    private static final String[] UNITS = {"KB", "MB", "GB", "TB"};

    private InWords() {}

    /** Such as {@code 55 bytes}, {@code 12 KB}, {@code 3.4 GB}, {@code 1 MB}; a KB has 1024 bytes. */
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return count(bytes, "byte");
        }
        double size = bytes / 1024.0;
        int unit = 0;
        while (size >= 1023.95 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        boolean whole = size >= 10 || unit == 0 || Math.abs(size - Math.rint(size)) < 0.05;
        return String.format(Locale.ENGLISH, whole ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
    }

    /** The two largest units, such as {@code 3 days 4 h}, {@code 12 min}, {@code less than a minute}. */
    public static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return count(duration.toDays(), "day") + rest(duration.toHoursPart(), " h");
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h" + rest(duration.toMinutesPart(), " min");
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : "less than a minute";
    }

    public static String ago(Instant then, Instant now) {
        return duration(Duration.between(then, now)) + " ago";
    }

    /** Such as {@code 1 manual}, {@code 1,204 manuals}. */
    public static String count(long number, String thing) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    private static String rest(int number, String unit) {
        return number == 0 ? "" : " " + number + unit;
    }
}
