package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.PageOf;
import org.junit.jupiter.api.Test;

/** What every {@link People} promises. */
public interface PeopleContract {
    People people();

    /** The neighbours that the list looks at. */
    SignInAttempts attempts();

    Invitations invitations();

    default Account added(String name, Role... roles) {
        Account account = Accounts.of(name, roles);
        people().add(account);
        return people().find(account.person().id()).orElseThrow();
    }

    @Test
    default void is_empty_until_somebody_comes() {
        assertThat(people().isEmpty()).isTrue();

        added("Rosa", Role.TECHNICIAN);

        assertThat(people().isEmpty()).isFalse();
    }

    @Test
    default void gives_back_what_was_added() {
        Account rosa = Accounts.of("Rosa", Role.TECHNICIAN, Role.DISPATCHER);

        people().add(rosa);

        Account found = people().find(rosa.person().id()).orElseThrow();
        assertThat(found.person()).isEqualTo(rosa.person());
        assertThat(found.passwordHash()).isEqualTo(rosa.passwordHash());
        assertThat(found.active()).isTrue();
        assertThat(found.generation()).isZero();
        assertThat(found.createdAt()).isEqualTo(Accounts.NOON);
        assertThat(found.subject()).isEmpty();
        assertThat(found.lastSignedIn()).isEmpty();
        assertThat(people().findByEmail("rosa@shop.example")).contains(found);
        assertThat(people().find(UUID.randomUUID())).isEmpty();
        assertThat(people().findByEmail("nobody@shop.example")).isEmpty();
    }

    @Test
    default void one_email_is_one_person() {
        added("Rosa", Role.TECHNICIAN);

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> people().add(Accounts.of("Rosa", Role.BILLING)))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.CONFLICT));
    }

    @Test
    default void an_update_replaces_what_can_change() {
        Account rosa = added("Rosa", Role.TECHNICIAN, Role.BILLING);

        people().update(rosa.named("Rosa Delgado")
                .withRoles(Set.of(Role.MANAGER, Role.BILLING))
                .withPassword("plain:other")
                .disabled()
                .knownAs("https://id.example 42"));

        Account found = people().find(rosa.person().id()).orElseThrow();
        assertThat(found.person().name()).isEqualTo("Rosa Delgado");
        assertThat(found.person().roles()).containsExactlyInAnyOrder(Role.MANAGER, Role.BILLING);
        assertThat(found.passwordHash()).isEqualTo("plain:other");
        assertThat(found.active()).isFalse();
        assertThat(found.generation()).isEqualTo(2);
        assertThat(people().findBySubject("https://id.example 42")).contains(found);
    }

    @Test
    default void a_change_of_roles_alone_is_a_change() {
        Account rosa = added("Rosa", Role.TECHNICIAN);

        people().update(rosa.withRoles(EnumSet.of(Role.MANAGER)));

        assertThat(people().find(rosa.person().id()).orElseThrow().version()).isGreaterThan(rosa.version());
    }

    @Test
    default void of_two_changes_of_the_same_reading_the_second_is_refused() {
        Account rosa = added("Rosa", Role.TECHNICIAN);
        people().update(rosa.withRoles(Set.of(Role.MANAGER)));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> people().update(rosa.named("Rosa Delgado")))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.CONFLICT));
        assertThat(people().find(rosa.person().id()).orElseThrow().person().name())
                .isEqualTo("Rosa");
    }

    @Test
    default void notes_a_sign_in_beside_other_changes() {
        Account rosa = added("Rosa", Role.TECHNICIAN);

        people().signedIn(rosa.person().id(), Accounts.NOON.plusSeconds(60));

        Account found = people().find(rosa.person().id()).orElseThrow();
        assertThat(found.lastSignedIn()).contains(Accounts.NOON.plusSeconds(60));
        assertThat(found.version()).isEqualTo(rosa.version());
    }

    @Test
    default void lists_by_name_in_pages_and_finds_any_part_without_minding_case_or_wildcards() {
        added("bert", Role.TECHNICIAN);
        added("Carla", Role.BILLING, Role.MANAGER);
        added("Anna", Role.TECHNICIAN);
        added("50%", Role.TECHNICIAN);

        assertThat(names(containing("", 0, 10))).containsExactly("50%", "Anna", "bert", "Carla");
        assertThat(names(containing("", 1, 2))).containsExactly("Anna", "bert");
        assertThat(containing("", 1, 2).total()).isEqualTo(4);
        assertThat(containing("", 9, 2).total()).isEqualTo(4);
        assertThat(names(containing(" CARLA@shop", 0, 10))).containsExactly("Carla");
        assertThat(names(containing("%", 0, 10))).containsExactly("50%");
        assertThat(containing("Carla", 0, 10).rows().getFirst().person().roles())
                .containsExactlyInAnyOrder(Role.BILLING, Role.MANAGER);
    }

    @Test
    default void says_how_everybody_stands_and_lists_those_who_stand_so() {
        Account active = added("Anna", Role.TECHNICIAN);
        people().signedIn(active.person().id(), Accounts.NOON);
        Account invited = added("Bert", Role.TECHNICIAN);
        people().update(invited.withPassword(""));
        invitations()
                .put(
                        new Invitation(invited.person().id(), Accounts.NOON, Accounts.NOON.plusSeconds(600)),
                        OpaqueToken.sha256("x"));
        people().update(added("Carla", Role.TECHNICIAN).withPassword("").knownAs("https://id.example 42"));
        Account locked = added("Dora", Role.TECHNICIAN);
        lockOut(locked);
        Account disabled = added("Emil", Role.TECHNICIAN);
        lockOut(disabled);
        people().update(disabled.disabled());

        assertThat(containing("", 0, 10).rows())
                .extracting(row -> row.person().name(), ListedPerson::standing, ListedPerson::until)
                .containsExactly(
                        tuple("Anna", Standing.ACTIVE, Optional.empty()),
                        tuple("Bert", Standing.INVITED, Optional.of(Accounts.NOON.plusSeconds(600))),
                        tuple("Carla", Standing.ACTIVE, Optional.empty()),
                        tuple("Dora", Standing.PAUSED, Optional.of(Accounts.NOON.plus(Attempt.FIRST_PAUSE))),
                        tuple("Emil", Standing.DISABLED, Optional.empty()));
        assertThat(containing("Anna", 0, 10).rows().getFirst().lastSignedIn()).contains(Accounts.NOON);
        assertThat(names(standing(Standing.ACTIVE))).containsExactly("Anna", "Carla");
        assertThat(names(standing(Standing.PAUSED))).containsExactly("Dora");
        assertThat(standing(Standing.DISABLED).total()).isEqualTo(1);
        assertThat(people().list(PeopleQuery.containing("Dora"), Accounts.NOON.plusSeconds(3_600), 0, 1)
                        .rows())
                .extracting(ListedPerson::standing)
                .containsExactly(Standing.ACTIVE);
    }

    @Test
    default void lists_those_in_a_role() {
        added("Anna", Role.TECHNICIAN, Role.DISPATCHER);
        added("Bert", Role.BILLING);

        PageOf<ListedPerson> dispatchers = people().list(
                        new PeopleQuery("", Optional.of(Role.DISPATCHER), Optional.empty()), Accounts.NOON, 0, 10);

        assertThat(names(dispatchers)).containsExactly("Anna");
        assertThat(dispatchers.rows().getFirst().person().roles()).hasSize(2);
    }

    @Test
    default void tells_who_is_active_in_a_role() {
        Account anna = added("Anna", Role.ADMINISTRATOR);
        Account bert = added("Bert", Role.ADMINISTRATOR, Role.TECHNICIAN);
        added("Carla", Role.MANAGER);
        people().update(bert.disabled());

        assertThat(people().activeHoldersOf(Role.ADMINISTRATOR))
                .containsExactly(anna.person().id());
        assertThat(people().activeHoldersOf(Role.ESTIMATOR)).isEmpty();
    }

    private PageOf<ListedPerson> containing(String text, int first, int max) {
        return people().list(PeopleQuery.containing(text), Accounts.NOON, first, max);
    }

    private PageOf<ListedPerson> standing(Standing standing) {
        return people().list(new PeopleQuery("", Optional.empty(), Optional.of(standing)), Accounts.NOON, 0, 10);
    }

    private void lockOut(Account account) {
        for (int i = 0; i < Attempt.FREE_TRIES; i++) {
            attempts().begin(account.person().email(), Accounts.NOON);
        }
    }

    private static List<String> names(PageOf<ListedPerson> page) {
        return page.rows().stream().map(row -> row.person().name()).toList();
    }
}
