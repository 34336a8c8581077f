package org.fieldwright.web.security;

import org.eclipse.microprofile.config.Config;
import org.fieldwright.domain.people.Effort;

/**
 * How often in a minute.
 *
 * @param signIns failed tries to sign in from one address, {@code fieldwright.limits.sign-ins}
 * @param questions questions of one person, {@code fieldwright.limits.questions}
 * @param uploads uploads of one person, {@code fieldwright.limits.uploads}
 * @param pages pages drawn for one person, {@code fieldwright.limits.pages}
 * @param unprovenEvents events without a good signature from one address, {@code fieldwright.limits.unproven-events}
 */
public record PaceSettings(int signIns, int questions, int uploads, int pages, int unprovenEvents) {
    private static final int MOST = 100_000;

    public PaceSettings {
        check("fieldwright.limits.sign-ins", signIns);
        check("fieldwright.limits.questions", questions);
        check("fieldwright.limits.uploads", uploads);
        check("fieldwright.limits.pages", pages);
        check("fieldwright.limits.unproven-events", unprovenEvents);
    }

    public static PaceSettings from(Config config) {
        return new PaceSettings(
                number(config, "fieldwright.limits.sign-ins", 30),
                number(config, "fieldwright.limits.questions", 30),
                number(config, "fieldwright.limits.uploads", 120),
                number(config, "fieldwright.limits.pages", 300),
                number(config, "fieldwright.limits.unproven-events", 60));
    }

    int perMinute(Effort effort) {
        return switch (effort) {
            case SIGN_IN -> signIns;
            case ASK -> questions;
            case UPLOAD -> uploads;
            case DRAW_PAGE -> pages;
            case UNPROVEN_EVENT -> unprovenEvents;
        };
    }

    private static int number(Config config, String key, int otherwise) {
        return config.getOptionalValue(key, Integer.class).orElse(otherwise);
    }

    private static void check(String key, int perMinute) {
        if (perMinute < 1 || perMinute > MOST) {
            throw new IllegalArgumentException(key + " must be from 1 to " + MOST + ", not " + perMinute);
        }
    }
}
