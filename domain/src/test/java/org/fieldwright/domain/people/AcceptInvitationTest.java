package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.UUID;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.MovingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcceptInvitationTest {
    private static final String SECRET = "a secret nobody guesses";
    private static final String PASSWORD = "a long enough one";

    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final InMemorySignInAttempts attempts = new InMemorySignInAttempts();
    private final MovingClock clock = MovingClock.at(Accounts.NOON);
    private final AcceptInvitation accept = new AcceptInvitation(
            invitations, people, attempts, new PlainPasswords(), new PasswordRules((password, about) -> false), clock);
    private final Account rosa = Accounts.of("Rosa", Role.TECHNICIAN).withPassword("");
    private final UUID rosasId = rosa.person().id();

    @BeforeEach
    void rosa_is_invited() {
        people.add(rosa);
        invitations.put(
                new Invitation(rosasId, Accounts.NOON, Accounts.NOON.plusSeconds(600)), OpaqueToken.sha256(SECRET));
    }

    @Test
    void whoever_holds_the_link_sees_whom_it_is_for_as_often_as_they_like() {
        assertThat(accept.look(SECRET)).contains(rosa.person());
        assertThat(accept.look(SECRET)).contains(rosa.person());
        assertThat(accept.look("another")).isEmpty();
        assertThat(accept.look("x".repeat(5_000))).isEmpty();
    }

    @Test
    void the_chosen_password_counts_and_the_way_in_is_open() {
        AcceptInvitation.Outcome outcome = accept.accept(SECRET, PASSWORD);

        Account now = people.find(rosasId).orElseThrow();
        assertThat(outcome).isEqualTo(new AcceptInvitation.Outcome.Welcome(now));
        assertThat(now.passwordHash()).isEqualTo("plain:" + PASSWORD);
        assertThat(now.lastSignedIn()).contains(Accounts.NOON);
    }

    @Test
    void a_link_is_good_once() {
        accept.accept(SECRET, PASSWORD);

        assertThat(accept.accept(SECRET, "another long one")).isEqualTo(new AcceptInvitation.Outcome.NoLonger());
        assertThat(people.find(rosasId).orElseThrow().passwordHash()).isEqualTo("plain:" + PASSWORD);
    }

    @Test
    void a_password_that_will_not_do_leaves_the_link_good() {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> accept.accept(SECRET, "short"))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.INVALID));

        assertThat(accept.look(SECRET)).isPresent();
    }

    @Test
    void an_old_link_is_good_no_longer() {
        clock.passes(Duration.ofMinutes(10));

        assertThat(accept.look(SECRET)).isEmpty();
        assertThat(accept.accept(SECRET, PASSWORD)).isEqualTo(new AcceptInvitation.Outcome.NoLonger());
    }

    @Test
    void a_link_of_somebody_disabled_opens_nothing() {
        people.update(people.find(rosasId).orElseThrow().disabled());

        assertThat(accept.look(SECRET)).isEmpty();
        assertThat(accept.accept(SECRET, PASSWORD)).isEqualTo(new AcceptInvitation.Outcome.NoLonger());
    }

    @Test
    void choosing_a_password_ends_a_pause() {
        for (int i = 0; i < Attempt.FREE_TRIES; i++) {
            attempts.begin(rosa.person().email(), clock.instant());
        }

        accept.accept(SECRET, PASSWORD);

        assertThat(attempts.find(rosa.person().email())).isEmpty();
    }
}
