package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.fieldwright.domain.shared.MovingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final String ROSA = "rosa@shop.example";

    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemorySignInAttempts attempts = new InMemorySignInAttempts();
    private final PlainPasswords passwords = new PlainPasswords();
    private final MovingClock clock = MovingClock.at(Accounts.NOON);
    private final SignIn signIn = new SignIn(people, attempts, passwords, clock);

    @BeforeEach
    void rosa_is_here() {
        people.add(Accounts.of("Rosa", Role.TECHNICIAN));
    }

    @Test
    void the_right_password_opens_and_is_noted() {
        SignIn.Outcome outcome = signIn.check("  Rosa@Shop.example ", Accounts.PASSWORD);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SignIn.Outcome.Welcome.class,
                        welcome ->
                                assertThat(welcome.account().person().email()).isEqualTo(ROSA));
        assertThat(rosa().lastSignedIn()).contains(Accounts.NOON);
    }

    @Test
    void a_wrong_password_an_unknown_email_and_a_disabled_person_are_refused_in_the_same_words() {
        people.add(Accounts.of("Bert", Role.TECHNICIAN));
        people.update(people.findByEmail("bert@shop.example").orElseThrow().disabled());

        SignIn.Outcome wrong = signIn.check(ROSA, "wrong");
        SignIn.Outcome unknown = signIn.check("nobody@shop.example", Accounts.PASSWORD);
        SignIn.Outcome disabled = signIn.check("bert@shop.example", Accounts.PASSWORD);
        SignIn.Outcome noEmail = signIn.check("' or 1=1 --", Accounts.PASSWORD);

        assertThat(wrong).isInstanceOf(SignIn.Outcome.Refused.class);
        assertThat(unknown).isEqualTo(wrong);
        assertThat(disabled).isEqualTo(wrong);
        assertThat(noEmail).isEqualTo(wrong);
    }

    @Test
    void every_try_costs_one_comparison_whoever_it_is_for() {
        signIn.check(ROSA, "wrong");
        int forKnown = passwords.comparisons();
        signIn.check("nobody@shop.example", "wrong");
        signIn.check(ROSA, "x".repeat(10_000));

        assertThat(forKnown).isEqualTo(1);
        assertThat(passwords.comparisons()).isEqualTo(3);
    }

    @Test
    void somebody_without_a_password_does_not_sign_in_with_an_empty_one() {
        Person carla = Accounts.of("Carla", Role.BILLING).person();
        people.add(Account.opened(carla, "", Accounts.NOON));

        assertThat(signIn.check("carla@shop.example", "")).isInstanceOf(SignIn.Outcome.Refused.class);
    }

    @Test
    void after_five_wrong_tries_even_the_right_password_waits() {
        fail(Attempt.FREE_TRIES);

        SignIn.Outcome outcome = signIn.check(ROSA, Accounts.PASSWORD);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SignIn.Outcome.Paused.class,
                        paused -> assertThat(paused.pause()).isEqualTo(Attempt.FIRST_PAUSE));
    }

    @Test
    void an_email_that_nobody_has_pauses_just_the_same() {
        IntStream.range(0, Attempt.FREE_TRIES).forEach(i -> signIn.check("nobody@shop.example", "wrong"));

        assertThat(signIn.check("nobody@shop.example", "wrong")).isInstanceOf(SignIn.Outcome.Paused.class);
        assertThat(signIn.check(ROSA, Accounts.PASSWORD)).isInstanceOf(SignIn.Outcome.Welcome.class);
    }

    @Test
    void after_the_pause_the_right_password_opens_and_the_tries_are_forgotten() {
        fail(Attempt.FREE_TRIES);
        clock.passes(Attempt.FIRST_PAUSE);

        assertThat(signIn.check(ROSA, Accounts.PASSWORD)).isInstanceOf(SignIn.Outcome.Welcome.class);
        assertThat(attempts.find(ROSA)).isEmpty();
    }

    @Test
    void each_further_wrong_try_doubles_the_pause_up_to_an_hour() {
        fail(Attempt.FREE_TRIES);
        for (int i = 0; i < 12; i++) {
            clock.passes(Attempt.LONGEST_PAUSE);
            signIn.check(ROSA, "wrong");
        }

        assertThat(signIn.check(ROSA, Accounts.PASSWORD))
                .isInstanceOfSatisfying(
                        SignIn.Outcome.Paused.class,
                        paused -> assertThat(paused.pause()).isEqualTo(Attempt.LONGEST_PAUSE));
    }

    @Test
    void a_day_of_peace_forgets_the_wrong_tries() {
        fail(Attempt.FREE_TRIES - 1);
        clock.passes(Attempt.FORGOTTEN_AFTER.plusSeconds(1));

        signIn.check(ROSA, "wrong");

        assertThat(attempts.find(ROSA))
                .hasValueSatisfying(now -> assertThat(now.failures()).isEqualTo(1));
    }

    @Test
    void a_hash_of_an_old_cost_is_renewed_at_the_next_sign_in() {
        people.update(rosa().rehashed("old:" + Accounts.PASSWORD));

        signIn.check(ROSA, Accounts.PASSWORD);

        assertThat(rosa().passwordHash()).isEqualTo("plain:" + Accounts.PASSWORD);
        assertThat(rosa().generation()).isZero();
    }

    @Test
    void a_session_stands_until_something_ends_it() {
        Account rosa = rosa();
        assertThat(signIn.stillIn(rosa.person().id(), 0)).contains(rosa.person());

        people.update(rosa.signedOutEverywhere());

        assertThat(signIn.stillIn(rosa.person().id(), 0)).isEmpty();
        assertThat(signIn.stillIn(rosa.person().id(), 1)).isPresent();
        people.update(rosa().disabled());
        assertThat(signIn.stillIn(rosa.person().id(), rosa().generation())).isEmpty();
    }

    private void fail(int times) {
        IntStream.range(0, times).forEach(i -> signIn.check(ROSA, "wrong " + i));
    }

    private Account rosa() {
        return people.findByEmail(ROSA).orElseThrow();
    }
}
