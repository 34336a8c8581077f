package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link SignInAttempts} promises. */
public interface SignInAttemptsContract {
    String ROSA = "rosa@shop.example";

    SignInAttempts attempts();

    @Test
    default void counts_by_email_and_tells_how_it_was_before() {
        Attempt first = attempts().begin(ROSA, Accounts.NOON);
        Attempt second = attempts().begin(ROSA, Accounts.NOON);
        Attempt other = attempts().begin("bert@shop.example", Accounts.NOON);

        assertThat(first.failures()).isZero();
        assertThat(second.failures()).isEqualTo(1);
        assertThat(other.failures()).isZero();
        assertThat(attempts().find(ROSA))
                .hasValueSatisfying(now -> assertThat(now.failures()).isEqualTo(2));
    }

    @Test
    default void a_pause_is_kept_and_tries_within_it_do_not_count() {
        IntStream.rangeClosed(1, Attempt.FREE_TRIES).forEach(i -> attempts().begin(ROSA, Accounts.NOON));

        Attempt within = attempts().begin(ROSA, Accounts.NOON.plusSeconds(1));

        assertThat(within.isPaused(Accounts.NOON.plusSeconds(1))).isTrue();
        assertThat(attempts().find(ROSA)).contains(within);
    }

    @Test
    default void forgets_one_or_all_that_are_old() {
        attempts().begin(ROSA, Accounts.NOON);
        attempts().begin("bert@shop.example", Accounts.NOON);
        Instant later = Accounts.NOON.plus(Duration.ofHours(2));
        attempts().begin("carla@shop.example", later);

        attempts().forget(ROSA);
        assertThat(attempts().find(ROSA)).isEmpty();
        assertThat(attempts().find("bert@shop.example")).isPresent();

        attempts().forgetBefore(later);
        assertThat(attempts().find("bert@shop.example")).isEmpty();
        assertThat(attempts().find("carla@shop.example")).isPresent();
    }
}
