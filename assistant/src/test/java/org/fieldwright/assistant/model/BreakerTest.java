package org.fieldwright.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.fieldwright.domain.shared.MovingClock;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final MovingClock clock = MovingClock.at(Instant.parse("2026-03-02T12:00:00Z"));
    private final Breaker breaker = new Breaker(clock, Duration.ofSeconds(30));

    @Test
    void two_failures_are_forgiven() {
        breaker.failed();
        breaker.failed();

        assertThat(breaker.mayTry()).isTrue();
    }

    @Test
    void a_success_between_failures_starts_the_count_again() {
        breaker.failed();
        breaker.failed();
        breaker.succeeded();
        breaker.failed();

        assertThat(breaker.mayTry()).isTrue();
    }

    @Test
    void after_three_failures_in_a_row_there_is_a_pause_and_then_one_trial() {
        breaker.failed();
        breaker.failed();
        breaker.failed();

        assertThat(breaker.mayTry()).isFalse();
        clock.passes(Duration.ofSeconds(30));
        assertThat(breaker.mayTry()).isTrue();
        assertThat(breaker.mayTry()).isFalse();
    }

    @Test
    void a_trial_that_succeeds_ends_the_trouble_and_one_that_fails_begins_another_pause() {
        breaker.failed();
        breaker.failed();
        breaker.failed();
        clock.passes(Duration.ofSeconds(30));

        breaker.failed();
        assertThat(breaker.mayTry()).isFalse();
        clock.passes(Duration.ofSeconds(30));
        breaker.succeeded();

        assertThat(breaker.mayTry()).isTrue();
        assertThat(breaker.mayTry()).isTrue();
    }
}
