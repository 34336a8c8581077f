package org.fieldwright.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTimeTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private final SpokenTime times =
            new SpokenTime(Clock.fixed(Instant.parse("2026-03-02T20:30:00Z"), CHICAGO), CHICAGO);

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T20:29:31Z, just now",
        "2026-03-02T20:18:00Z, 12 min ago",
        "2026-03-02T15:05:00Z, today 9:05 am",
        "2026-03-02T03:00:00Z, yesterday 9:00 pm",
        "2026-02-27T18:00:00Z, Feb 27",
        "2025-12-31T18:00:00Z, 'Dec 31, 2025'",
        "2026-03-02T20:30:05Z, in a moment",
        "2026-03-02T20:45:00Z, in 15 min",
        "2026-03-03T01:00:00Z, today 7:00 pm",
        "2026-03-03T15:00:00Z, tomorrow 9:00 am",
        "2026-03-05T20:45:00Z, 'Mar 5, 2026 2:45 pm'",
    })
    void a_time_is_said_as_people_say_it(Instant instant, String said) {
        assertThat(times.said(instant)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T20:00:00Z, 2026-03-02T22:00:00Z, today 2:00–4:00 pm",
        "2026-03-02T16:00:00Z, 2026-03-02T19:00:00Z, today 10:00 am–1:00 pm",
        "2026-03-03T14:00:00Z, 2026-03-03T16:00:00Z, tomorrow 8:00–10:00 am",
        "2026-03-01T14:00:00Z, 2026-03-01T16:00:00Z, yesterday 8:00–10:00 am",
        "2026-02-10T14:00:00Z, 2026-02-11T16:00:00Z, Feb 10 8:00 am–Feb 11 10:00 am",
    })
    void a_window_is_said_as_people_say_it(Instant start, Instant end, String said) {
        assertThat(times.window(start, end)).isEqualTo(said);
    }

    @Test
    void the_exact_time_is_there_for_whoever_asks() {
        assertThat(times.exactly(Instant.parse("2026-03-02T20:18:05Z")))
                .isEqualTo("Monday, March 2, 2026, 2:18:05 PM CST");
    }
}
