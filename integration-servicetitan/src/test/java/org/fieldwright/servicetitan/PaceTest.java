package org.fieldwright.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fieldwright.domain.shared.MovingClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private final MovingClock clock = MovingClock.at(Instant.parse("2026-03-02T12:00:00Z"));
    private final List<Duration> waits = new ArrayList<>();

    @Test
    void so_many_turns_at_once_are_spread_over_so_much_time() {
        long begun = System.nanoTime();
        Pace pace = new Pace(50, clock, waits::add);

        for (int call = 0; call < 101; call++) {
            pace.turn();
        }

        Duration passed = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(waits.getLast().plus(passed)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(waits.getLast()).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void while_they_ask_us_to_wait_nobody_has_a_turn() {
        Pace pace = new Pace(50, clock, waits::add);
        pace.hold(Duration.ofSeconds(9));
        clock.passes(Duration.ofSeconds(4));

        pace.turn();

        assertThat(waits).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void a_shorter_wait_does_not_end_a_longer_one() {
        Pace pace = new Pace(50, clock, waits::add);
        pace.hold(Duration.ofSeconds(9));
        pace.hold(Duration.ofSeconds(2));

        pace.turn();

        assertThat(waits).containsExactly(Duration.ofSeconds(9));
    }

    @Test
    void a_clock_that_is_set_back_holds_nobody_longer_than_anybody_would_wait() {
        Pace pace = new Pace(50, clock, waits::add);
        pace.hold(Duration.ofSeconds(9));
        clock.passes(Duration.ofMinutes(-10));

        pace.turn();

        assertThat(waits).containsExactly(Pace.LONGEST_WAIT);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 250", "1, 1, 500", "2, 0, 500", "2, 1, 1000", "3, 0.5, 1500", "9, 1, 16000"})
    void a_backoff_doubles_and_half_of_it_is_chance(int tries, double chance, long millis) {
        assertThat(Line.backoff(tries, chance)).isEqualTo(Duration.ofMillis(millis));
    }
}
