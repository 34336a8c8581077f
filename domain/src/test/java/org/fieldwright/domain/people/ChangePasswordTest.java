package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {
    private final InMemoryPeople people = new InMemoryPeople();
    private final Account rosa = Accounts.of("Rosa", Role.TECHNICIAN);
    private final ChangePassword changePassword = new ChangePassword(
            people,
            new InMemorySignInAttempts(),
            new InMemoryTokens(),
            new PlainPasswords(),
            new PasswordRules((password, about) -> false),
            () -> Optional.of(rosa.person()),
            Clocks.at(Accounts.NOON));

    @BeforeEach
    void rosa_is_here() {
        people.add(rosa);
    }

    @Test
    void the_new_password_counts_and_every_session_ends() {
        changePassword.change(Accounts.PASSWORD, "another long one");

        assertThat(now().passwordHash()).isEqualTo("plain:another long one");
        assertThat(now().accepts(0)).isFalse();
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
