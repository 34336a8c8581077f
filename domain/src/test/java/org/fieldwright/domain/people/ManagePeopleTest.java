package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManagePeopleTest {
    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemorySignInAttempts attempts = new InMemorySignInAttempts();
    private final InMemoryTokens tokens = new InMemoryTokens();
    private final Clocks clock = Clocks.at(Accounts.NOON);
    private final ManagePeople manage = new ManagePeople(
            people,
            attempts,
            tokens,
            new PlainPasswords(),
            new PasswordRules((password, about) -> password.startsWith("password")),
            clock);
    private final Account anna = Accounts.of("Anna", Role.ADMINISTRATOR);
    private final UUID annasId = anna.person().id();

    @BeforeEach
    void anna_administers() {
        people.add(anna);
    }

    @Test
    void somebody_new_can_sign_in_with_roles() {
        Account bert = manage.create(newcomer(" Bert@Shop.example ", "a long enough one"));

        assertThat(bert.person().email()).isEqualTo("bert@shop.example");
        assertThat(bert.person().roles()).containsExactly(Role.TECHNICIAN);
        assertThat(people.find(bert.person().id())).isPresent();
    }

    @Test
    void what_will_not_do_is_refused_with_a_sentence() {
        assertRefused(Fault.INVALID, () -> manage.create(newcomer("no address", "a long enough one")));
        assertRefused(Fault.INVALID, () -> manage.create(newcomer("bert@shop.example", "too short")));
        assertRefused(Fault.INVALID, () -> manage.create(newcomer("bert@shop.example", "x".repeat(129))));
        assertRefused(Fault.INVALID, () -> manage.create(newcomer("bert@shop.example", "password12345")));
        assertRefused(Fault.CONFLICT, () -> manage.create(newcomer("ANNA@shop.example", "a long enough one")));
        assertRefused(Fault.NOT_FOUND, () -> manage.find(UUID.randomUUID()));
    }

    @Test
    void the_last_administrator_stays() {
        assertRefused(Fault.CONFLICT, () -> manage.disable(annasId));
        assertRefused(Fault.CONFLICT, () -> manage.setRoles(annasId, Set.of(Role.MANAGER)));

        assertThat(people.find(annasId).orElseThrow().isAdministrator()).isTrue();
    }

    @Test
    void an_administrator_may_go_while_there_is_another() {
        people.add(Accounts.of("Bert", Role.ADMINISTRATOR));

        manage.setRoles(annasId, Set.of(Role.MANAGER));

        assertThat(people.find(annasId).orElseThrow().person().roles()).containsExactly(Role.MANAGER);
    }

    @Test
    void disabling_ends_sessions_and_tokens() {
        Account bert = Accounts.of("Bert", Role.TECHNICIAN);
        people.add(bert);
        UUID id = bert.person().id();
        tokens.add(new ApiToken(UUID.randomUUID(), id, "x", Accounts.NOON, Accounts.NOON, Optional.empty()), "hash");

        manage.disable(id);

        assertThat(people.find(id).orElseThrow().accepts(0)).isFalse();
        assertThat(tokens.of(id)).isEmpty();

        manage.enable(id);
        assertThat(people.find(id).orElseThrow().accepts(0)).isFalse();
        assertThat(people.find(id).orElseThrow().accepts(1)).isTrue();
    }

    @Test
    void a_new_password_ends_sessions_and_pauses() {
        for (int i = 0; i < Attempt.FREE_TRIES; i++) {
            attempts.begin(anna.person().email(), clock.instant());
        }
        assertThat(manage.find(annasId).paused()).isPresent();

        manage.resetPassword(annasId, "another long one");

        assertThat(manage.find(annasId).paused()).isEmpty();
        assertThat(people.find(annasId).orElseThrow().passwordHash()).isEqualTo("plain:another long one");
        assertThat(people.find(annasId).orElseThrow().accepts(0)).isFalse();
    }

    @Test
    void unlocking_ends_a_pause() {
        for (int i = 0; i < Attempt.FREE_TRIES; i++) {
            attempts.begin(anna.person().email(), clock.instant());
        }

        manage.unlock(annasId);

        assertThat(manage.list("anna", 0, 10).rows().getFirst().paused()).isEmpty();
    }

    private static ManagePeople.Newcomer newcomer(String email, String password) {
        return new ManagePeople.Newcomer(email, "Bert", Set.of(Role.TECHNICIAN), password);
    }

    private static void assertRefused(Fault fault, ThrowingCallable call) {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(fault));
    }
}
