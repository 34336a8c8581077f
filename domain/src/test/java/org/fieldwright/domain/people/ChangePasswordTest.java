package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.MovingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {
    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemoryTokens tokens = new InMemoryTokens();
    private final InMemoryRememberedDevices devices = new InMemoryRememberedDevices();
    private final Account rosa = Accounts.of("Rosa", Role.TECHNICIAN);
    private final ChangePassword changePassword = new ChangePassword(
            people,
            new InMemorySignInAttempts(),
            new WaysIn(tokens, devices, new InMemoryInvitations()),
            new PlainPasswords(),
            new PasswordRules((password, about) -> false),
            () -> Optional.of(rosa.person()),
            MovingClock.at(Accounts.NOON));

    @BeforeEach
    void rosa_is_here() {
        people.add(rosa);
    }

    @Test
    void the_new_password_counts_and_every_other_way_in_ends() {
        UUID id = rosa.person().id();
        tokens.add(new ApiToken(UUID.randomUUID(), id, "x", Accounts.NOON, Accounts.NOON, Optional.empty()), "hash");

        Account after = changePassword.change(Accounts.PASSWORD, "another long one");

        assertThat(now().passwordHash()).isEqualTo("plain:another long one");
        assertThat(now().accepts(0)).isFalse();
        assertThat(tokens.of(id)).isEmpty();
        assertThat(after).isEqualTo(now());
    }

    @Test
    void somebody_who_came_through_the_provider_has_no_password_to_change() {
        assertThat(changePassword.hasPassword()).isTrue();

        people.update(now().withPassword("").knownAs("https://id.example 42"));

        assertThat(changePassword.hasPassword()).isFalse();
        assertRefused(Fault.INVALID);
    }

    @Test
    void the_old_password_is_asked_for_and_not_for_ever() {
        for (int i = 0; i < Attempt.FREE_TRIES; i++) {
            assertRefused(Fault.INVALID);
        }

        assertRefused(Fault.TOO_MANY);
        assertThat(now().passwordHash()).isEqualTo(rosa.passwordHash());
    }

    private void assertRefused(Fault fault) {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> changePassword.change("wrong", "another long one"))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(fault));
    }

    private Account now() {
        return people.find(rosa.person().id()).orElseThrow();
    }
}
