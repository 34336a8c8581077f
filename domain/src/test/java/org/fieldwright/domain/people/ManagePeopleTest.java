package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.MapConfig;
import org.fieldwright.domain.shared.MovingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManagePeopleTest {
    private final InMemorySignInAttempts attempts = new InMemorySignInAttempts();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final InMemoryPeople people = new InMemoryPeople(attempts, invitations);
    private final InMemoryTokens tokens = new InMemoryTokens();
    private final InMemoryRememberedDevices devices = new InMemoryRememberedDevices();
    private final MovingClock clock = MovingClock.at(Accounts.NOON);
    private final PeopleSettings settings = PeopleSettings.from(new MapConfig(Map.of()));
    private final Account anna = Accounts.of("Anna", Role.ADMINISTRATOR);
    private final UUID annasId = anna.person().id();
    private Person asking = anna.person();
    private final ManagePeople manage = new ManagePeople(
            people,
            attempts,
            invitations,
            new WaysIn(tokens, devices, invitations),
            () -> Optional.of(asking),
            settings,
            clock);

    @BeforeEach
    void anna_administers() {
        people.add(anna);
    }

    @Test
    void somebody_new_is_invited_with_roles_and_without_a_password() {
        ManagePeople.Invited invited = manage.create(newcomer(" Bert@Shop.example "));

        Account bert = people.findByEmail("bert@shop.example").orElseThrow();
        assertThat(bert.person().roles()).containsExactly(Role.TECHNICIAN);
        assertThat(bert.passwordHash()).isEmpty();
        assertThat(invited.person()).isEqualTo(bert.person());
        assertThat(invited.expiresAt()).isEqualTo(Accounts.NOON.plus(settings.invitationLifetime()));
        assertThat(manage.find(bert.person().id()).standing()).isEqualTo(Standing.INVITED);
    }

    @Test
    void the_secret_of_a_link_has_256_random_bits_and_is_kept_as_a_hash_only() {
        ManagePeople.Invited invited = manage.create(newcomer("bert@shop.example"));

        assertThat(invited.secret()).matches("[A-Za-z0-9_-]{43}");
        assertThat(invitations.findByHash(invited.secret())).isEmpty();
        assertThat(invitations.findByHash(OpaqueToken.sha256(invited.secret()))).isPresent();
        assertThat(invited.toString()).doesNotContain(invited.secret());
    }

    @Test
    void what_will_not_do_is_refused_with_a_sentence() {
        assertRefused(Fault.INVALID, () -> manage.create(newcomer("no address")));
        assertRefused(Fault.CONFLICT, () -> manage.create(newcomer("ANNA@shop.example")));
        assertRefused(Fault.NOT_FOUND, () -> manage.find(UUID.randomUUID()));
    }

    @Test
    void name_and_roles_change_together() {
        Account bert = added("Bert", Role.TECHNICIAN);

        manage.change(change(bert, " Bert Brandt ", Role.DISPATCHER, Role.BILLING));

        Person now = people.find(bert.person().id()).orElseThrow().person();
        assertThat(now.name()).isEqualTo("Bert Brandt");
        assertThat(now.roles()).containsExactlyInAnyOrder(Role.DISPATCHER, Role.BILLING);
    }

    @Test
    void a_change_of_an_old_reading_changes_nothing() {
        Account bert = added("Bert", Role.TECHNICIAN);
        ManagePeople.Change old = change(bert, "Bert Brandt", Role.TECHNICIAN);
        manage.change(change(bert, "Bert", Role.MANAGER));

        assertRefused(Fault.CONFLICT, () -> manage.change(old));

        assertThat(people.find(bert.person().id()).orElseThrow().person().roles())
                .containsExactly(Role.MANAGER);
    }

    @Test
    void nobody_shuts_out_demotes_or_resets_themselves() {
        added("Bert", Role.ADMINISTRATOR);
        Account me = people.find(annasId).orElseThrow();

        assertRefused(Fault.CONFLICT, () -> manage.disable(annasId));
        assertRefused(Fault.CONFLICT, () -> manage.change(change(me, "Anna", Role.MANAGER)));
        assertRefused(Fault.CONFLICT, () -> manage.resetPassword(annasId));

        assertThat(people.find(annasId)).contains(me);
        manage.change(change(me, "Anna Arens", Role.ADMINISTRATOR, Role.MANAGER));
        assertThat(people.find(annasId).orElseThrow().person().name()).isEqualTo("Anna Arens");
    }

    @Test
    void the_last_administrator_stays_whoever_asks() {
        asking = added("Bert", Role.MANAGER).person();
        Account last = people.find(annasId).orElseThrow();

        assertRefused(Fault.CONFLICT, () -> manage.disable(annasId));
        assertRefused(Fault.CONFLICT, () -> manage.change(change(last, "Anna", Role.MANAGER)));

        assertThat(people.find(annasId).orElseThrow().isAdministrator()).isTrue();
    }

    @Test
    void another_administrator_may_go() {
        Account bert = added("Bert", Role.ADMINISTRATOR);

        manage.change(change(bert, "Bert", Role.MANAGER));

        assertThat(people.find(bert.person().id()).orElseThrow().isAdministrator())
                .isFalse();
    }

    @Test
    void disabling_ends_every_way_in_at_once_and_enabling_brings_none_back() {
        Account bert = added("Bert", Role.TECHNICIAN);
        UUID id = bert.person().id();
        letIn(bert);

        manage.disable(id);

        assertThat(people.find(id).orElseThrow().accepts(bert.generation())).isFalse();
        assertThat(tokens.of(id)).isEmpty();
        assertThat(devices.of(id)).isEmpty();
        assertThat(invitations.of(id)).isEmpty();

        manage.enable(id);
        assertThat(people.find(id).orElseThrow().accepts(bert.generation())).isFalse();
        assertThat(manage.find(id).standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void resetting_takes_the_password_and_every_way_in_and_gives_one_link() {
        Account bert = added("Bert", Role.TECHNICIAN);
        UUID id = bert.person().id();
        letIn(bert);
        lockOut(bert);

        ManagePeople.Invited first = manage.resetPassword(id);
        ManagePeople.Invited second = manage.resetPassword(id);

        assertThat(people.find(id).orElseThrow().passwordHash()).isEmpty();
        assertThat(people.find(id).orElseThrow().accepts(bert.generation())).isFalse();
        assertThat(tokens.of(id)).isEmpty();
        assertThat(devices.of(id)).isEmpty();
        assertThat(manage.find(id).standing()).isEqualTo(Standing.INVITED);
        assertThat(invitations.findByHash(OpaqueToken.sha256(first.secret()))).isEmpty();
        assertThat(invitations.findByHash(OpaqueToken.sha256(second.secret()))).isPresent();
    }

    @Test
    void nobody_disabled_gets_a_link() {
        Account bert = added("Bert", Role.TECHNICIAN);
        manage.disable(bert.person().id());

        assertRefused(Fault.CONFLICT, () -> manage.resetPassword(bert.person().id()));

        assertThat(invitations.of(bert.person().id())).isEmpty();
    }

    @Test
    void unlocking_ends_a_pause() {
        Account bert = added("Bert", Role.TECHNICIAN);
        lockOut(bert);
        assertThat(manage.find(bert.person().id()).standing()).isEqualTo(Standing.PAUSED);
        assertThat(manage.find(bert.person().id()).until()).contains(Accounts.NOON.plus(Attempt.FIRST_PAUSE));

        manage.unlock(bert.person().id());

        assertThat(manage.find(bert.person().id()).standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void signing_somebody_out_everywhere_leaves_the_password() {
        Account bert = added("Bert", Role.TECHNICIAN);
        UUID id = bert.person().id();
        letIn(bert);

        manage.signOutEverywhere(id);

        assertThat(people.find(id).orElseThrow().accepts(bert.generation())).isFalse();
        assertThat(people.find(id).orElseThrow().passwordHash()).isEqualTo(bert.passwordHash());
        assertThat(tokens.of(id)).isEmpty();
        assertThat(devices.of(id)).isEmpty();
    }

    @Test
    void the_details_say_what_lets_somebody_in_and_whether_it_is_oneself() {
        Account bert = added("Bert", Role.TECHNICIAN);
        letIn(bert);

        ManagePeople.Details details = manage.find(bert.person().id());

        assertThat(details.tokens()).isEqualTo(1);
        assertThat(details.browsers()).isEqualTo(1);
        assertThat(details.oneself()).isFalse();
        assertThat(manage.find(annasId).oneself()).isTrue();
    }

    @Test
    void the_list_is_narrowed_and_paged() {
        added("Bert", Role.TECHNICIAN);
        lockOut(added("Carla", Role.TECHNICIAN));

        assertThat(manage.list(PeopleQuery.containing(""), -5, 0).rows()).hasSize(1);
        assertThat(manage.list(new PeopleQuery("", Optional.of(Role.TECHNICIAN), Optional.of(Standing.PAUSED)), 0, 50)
                        .rows())
                .extracting(row -> row.person().name())
                .containsExactly("Carla");

        clock.passes(Duration.ofHours(2));
        assertThat(manage.list(new PeopleQuery("", Optional.empty(), Optional.of(Standing.PAUSED)), 0, 50)
                        .total())
                .isZero();
    }

    private Account added(String name, Role... roles) {
        Account account = Accounts.of(name, roles);
        people.add(account);
        return people.find(account.person().id()).orElseThrow();
    }

    private void letIn(Account account) {
        UUID id = account.person().id();
        tokens.add(new ApiToken(UUID.randomUUID(), id, "x", Accounts.NOON, Accounts.NOON, Optional.empty()), "hash");
        new RememberMe(devices, people, settings, clock).remember(account, "Chrome on Android");
        invitations.put(new Invitation(id, Accounts.NOON, Accounts.NOON.plusSeconds(60)), "hash of " + id);
    }

    private void lockOut(Account account) {
        for (int i = 0; i < Attempt.FREE_TRIES; i++) {
            attempts.begin(account.person().email(), clock.instant());
        }
    }

    private static ManagePeople.Newcomer newcomer(String email) {
        return new ManagePeople.Newcomer(email, "Bert", Set.of(Role.TECHNICIAN));
    }

    private static ManagePeople.Change change(Account read, String name, Role... roles) {
        return new ManagePeople.Change(read.person().id(), read.version(), name, Set.of(roles));
    }

    private static void assertRefused(Fault fault, ThrowingCallable call) {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(fault));
    }
}
