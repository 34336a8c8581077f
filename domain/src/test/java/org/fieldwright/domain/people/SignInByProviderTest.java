package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.fieldwright.domain.people.SignInByProvider.Outcome;
import org.fieldwright.domain.people.SignInByProvider.Proven;
import org.fieldwright.domain.shared.MovingClock;
import org.junit.jupiter.api.Test;

class SignInByProviderTest {
    private static final String ISSUER = "https://id.shop.example";
    private static final String EMAIL = "ann@shop.example";

    private final InMemoryPeople people = new InMemoryPeople();
    private final SignInByProvider signIn = new SignInByProvider(people, MovingClock.at(Accounts.NOON));

    @Test
    void who_has_an_account_with_this_e_mail_comes_in_and_is_known_from_then_on() {
        people.add(Accounts.of("Ann", Role.DISPATCHER));

        Account account = welcome(proven("1", "Ann@Shop.example"));

        assertThat(account.person().name()).isEqualTo("Ann");
        assertThat(account.person().roles()).containsExactly(Role.DISPATCHER);
        assertThat(account.subject()).hasValue(ISSUER + " 1");
        assertThat(account.lastSignedIn()).hasValue(Accounts.NOON);
    }

    @Test
    void sessions_elsewhere_go_on() {
        Account before = Accounts.of("Ann", Role.DISPATCHER);
        people.add(before);

        assertThat(welcome(proven("1", EMAIL)).generation()).isEqualTo(before.generation());
    }

    @Test
    void who_got_another_e_mail_at_the_provider_is_still_the_same_person() {
        people.add(Accounts.of("Ann", Role.DISPATCHER));
        welcome(proven("1", EMAIL));

        Account account = welcome(proven("1", "ann.miller@shop.example"));

        assertThat(account.person().email()).isEqualTo(EMAIL);
    }

    @Test
    void who_was_given_somebody_elses_e_mail_does_not_get_their_account() {
        people.add(Accounts.of("Ann", Role.ADMINISTRATOR));
        welcome(proven("1", EMAIL));

        assertThat(signIn.enter(proven("2", EMAIL))).isInstanceOf(Outcome.Refused.class);
        assertThat(signIn.enter(new Proven(ISSUER, "2", EMAIL, "Eve", Optional.empty(), Optional.of(Role.TECHNICIAN))))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void after_a_change_of_provider_the_e_mail_finds_the_account_again() {
        people.add(Accounts.of("Ann", Role.DISPATCHER).knownAs("https://old.example 77"));

        assertThat(welcome(proven("1", EMAIL)).subject()).hasValue(ISSUER + " 1");
    }

    @Test
    void a_stranger_is_refused_as_long_as_nobody_says_otherwise() {
        assertThat(signIn.enter(proven("1", EMAIL)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("no active account"));
        assertThat(people.isEmpty()).isTrue();
    }

    @Test
    void a_stranger_gets_the_role_for_newcomers_where_there_is_one_and_no_password() {
        Account account =
                welcome(new Proven(ISSUER, "1", EMAIL, "Ann Miller", Optional.empty(), Optional.of(Role.TECHNICIAN)));

        assertThat(account.person().roles()).containsExactly(Role.TECHNICIAN);
        assertThat(account.person().name()).isEqualTo("Ann Miller");
        assertThat(account.passwordHash()).isEmpty();
        assertThat(people.findBySubject(ISSUER + " 1")).isPresent();
    }

    @Test
    void who_is_disabled_is_refused_in_the_words_for_strangers() {
        people.add(Accounts.of("Ann", Role.DISPATCHER).disabled());

        Outcome disabled = signIn.enter(proven("1", EMAIL));

        assertThat(disabled).isEqualTo(signIn.enter(proven("2", "nobody@shop.example")));
        assertThat(people.findBySubject(ISSUER + " 1")).isEmpty();
    }

    @Test
    void groups_give_and_take_roles_at_every_sign_in() {
        people.add(Accounts.of("Ann", Role.DISPATCHER));

        Account account = welcome(withRoles(Set.of(Role.BILLING, Role.ESTIMATOR)));

        assertThat(account.person().roles()).containsExactlyInAnyOrder(Role.BILLING, Role.ESTIMATOR);
    }

    @Test
    void who_is_in_none_of_the_groups_does_not_come_in() {
        people.add(Accounts.of("Ann", Role.DISPATCHER));

        assertThat(signIn.enter(withRoles(Set.of()))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void groups_cannot_take_the_last_administrator_away() {
        people.add(Accounts.of("Ann", Role.ADMINISTRATOR));

        Account last = welcome(withRoles(Set.of(Role.BILLING)));

        assertThat(last.person().roles()).containsExactlyInAnyOrder(Role.BILLING, Role.ADMINISTRATOR);
        people.add(Accounts.of("Bob", Role.ADMINISTRATOR));
        assertThat(welcome(withRoles(Set.of(Role.BILLING))).person().roles()).containsExactly(Role.BILLING);
    }

    private Account welcome(Proven proven) {
        Outcome outcome = signIn.enter(proven);
        assertThat(outcome).isInstanceOf(Outcome.Welcome.class);
        return ((Outcome.Welcome) outcome).account();
    }

    private static Proven proven(String subject, String email) {
        return new Proven(ISSUER, subject, email, "Somebody", Optional.empty(), Optional.empty());
    }

    private static Proven withRoles(Set<Role> roles) {
        return new Proven(ISSUER, "1", EMAIL, "Somebody", Optional.of(roles), Optional.empty());
    }
}
