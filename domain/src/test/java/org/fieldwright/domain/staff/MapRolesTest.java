package org.fieldwright.domain.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fieldwright.domain.people.Account;
import org.fieldwright.domain.people.Accounts;
import org.fieldwright.domain.people.FixedPerson;
import org.fieldwright.domain.people.InMemoryPeople;
import org.fieldwright.domain.people.ManagedPeople;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.MovingClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapRolesTest {
    private static final long OWNER = 11;
    private static final long OFFICE = 12;

    private final MovingClock clock = MovingClock.at(Accounts.NOON);
    private final InMemoryStaffList staff = new InMemoryStaffList();
    private final InMemoryRoleMappings mappings = new InMemoryRoleMappings();
    private final InMemoryPeople people = new InMemoryPeople();
    private final Account anna = Accounts.of("Anna", Role.ADMINISTRATOR);
    private final FixedPerson me = FixedPerson.as(anna.person());
    private final MapRoles mapRoles =
            new MapRoles(staff, mappings, people, ManagedPeople.by(people, me, clock), me, clock);

    MapRolesTest() {
        people.add(anna);
        staff.role(OWNER, "Owner").role(OFFICE, "Front office");
    }

    @Test
    void every_role_there_is_listed_with_its_holders_first_and_what_its_name_suggests() {
        staff.with(member("Ola", OFFICE)).with(member("Kim", "Technician")).with(member("Lee", "Technician"));
        staff.with(new StaffMember("Gone", "gone@shop.example", false, Set.of("12")));

        assertThat(mapRoles.roles())
                .containsExactly(
                        new MapRoles.Row(
                                new StaffRole("12", "Front office"), 1, Optional.empty(), Set.of(Role.DISPATCHER)),
                        new MapRoles.Row(
                                new StaffRole("Technician", "Technician"),
                                2,
                                Optional.empty(),
                                Set.of(Role.TECHNICIAN)),
                        new MapRoles.Row(new StaffRole("11", "Owner"), 0, Optional.empty(), Set.of(Role.MANAGER)));
    }

    @ParameterizedTest
    @CsvSource({
        "FieldManager, Field manager, MANAGER",
        "CSR, CSR, DISPATCHER",
        "Dispatch, Dispatch, DISPATCHER",
        "Accounting, Accounting, BILLING",
        "TechnicianSales, Technician sales, ESTIMATOR TECHNICIAN",
        "SalesManager, Sales manager, ESTIMATOR MANAGER",
        "Admin, Admin, MANAGER",
        "DisplayUser, Display user, ''",
        "EmptyEmployee, Empty employee, ''",
    })
    void a_built_in_role_has_a_name_and_a_suggestion_that_is_never_administrator(
            String key, String name, String suggested) {
        staff.with(member("Pat", key));

        MapRoles.Row row = mapRoles.roles().stream()
                .filter(one -> one.role().key().equals(key))
                .findFirst()
                .orElseThrow();

        assertThat(row.role().name()).isEqualTo(name);
        assertThat(row.suggested().stream().map(Role::name).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(suggested);
    }

    @Test
    void what_is_decided_is_kept_and_a_role_that_is_not_there_is_left_out() {
        mapRoles.decide(Map.of("11", Set.of(Role.MANAGER), "12", Set.of(), "999", Set.of(Role.ADMINISTRATOR)));

        assertThat(mappings.all()).isEqualTo(Map.of("11", Set.of(Role.MANAGER), "12", Set.of()));
    }

    @Test
    void somebody_who_is_not_here_would_be_let_in_and_somebody_here_have_other_roles() {
        people.add(Accounts.of("Ola", Role.BILLING));
        staff.with(member("Ola", OFFICE)).with(member("Kim", "Technician"));
        mapRoles.decide(Map.of("12", Set.of(Role.DISPATCHER), "Technician", Set.of(Role.TECHNICIAN)));

        assertThat(mapRoles.difference().changes())
                .containsExactly(
                        new RoleDifference.Change(
                                "kim@shop.example", "Kim", true, Set.of(), Set.of(Role.TECHNICIAN), ""),
                        new RoleDifference.Change(
                                "ola@shop.example", "Ola", false, Set.of(Role.BILLING), Set.of(Role.DISPATCHER), ""));
        assertThat(people.findByEmail("kim@shop.example")).isEmpty();
    }

    @Test
    void only_who_is_chosen_is_touched() {
        people.add(Accounts.of("Ola", Role.BILLING));
        staff.with(member("Ola", OFFICE)).with(member("Kim", "Technician")).with(member("Lee", "Technician"));
        mapRoles.decide(Map.of("12", Set.of(Role.DISPATCHER), "Technician", Set.of(Role.TECHNICIAN)));

        MapRoles.Applied applied = mapRoles.apply(
                mapRoles.difference().seal(), Set.of("ola@shop.example", "kim@shop.example", "anna@shop.example"));

        assertThat(applied.changed()).isEqualTo(1);
        assertThat(applied.invited())
                .singleElement()
                .satisfies(invited -> assertThat(invited.person().email()).isEqualTo("kim@shop.example"));
        assertThat(rolesOf("ola")).containsExactly(Role.DISPATCHER);
        assertThat(rolesOf("anna")).containsExactly(Role.ADMINISTRATOR);
        assertThat(people.findByEmail("lee@shop.example")).isEmpty();
        assertThat(mapRoles.difference().changes())
                .extracting(RoleDifference.Change::email)
                .containsExactly("lee@shop.example");
    }

    @Test
    void what_has_changed_since_it_was_seen_is_not_done() {
        staff.with(member("Kim", "Technician"));
        mapRoles.decide(Map.of("Technician", Set.of(Role.TECHNICIAN)));
        String seen = mapRoles.difference().seal();
        mapRoles.decide(Map.of("Technician", Set.of(Role.TECHNICIAN, Role.MANAGER)));

        assertThatThrownBy(() -> mapRoles.apply(seen, Set.of("kim@shop.example")))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.CONFLICT));
        assertThat(people.findByEmail("kim@shop.example")).isEmpty();
    }

    @Test
    void whoever_asks_stays_administrator() {
        staff.with(member("Anna", OWNER));
        mapRoles.decide(Map.of("11", Set.of(Role.MANAGER)));

        assertThat(mapRoles.difference().changes()).singleElement().satisfies(change -> {
            assertThat(change.after()).containsExactlyInAnyOrder(Role.MANAGER, Role.ADMINISTRATOR);
            assertThat(change.remark()).isEqualTo("You stay administrator: nobody takes that from themselves.");
        });
        mapRoles.apply(mapRoles.difference().seal(), Set.of("anna@shop.example"));
        assertThat(rolesOf("anna")).containsExactlyInAnyOrder(Role.MANAGER, Role.ADMINISTRATOR);
    }

    @Test
    void the_last_administrator_stays_one_even_if_somebody_else_asks() {
        people.add(Accounts.of("Bea", Role.ADMINISTRATOR));
        me.becomes(FixedPerson.with(Role.ADMINISTRATOR)); // one whom this list does not know
        staff.with(member("Anna", OWNER)).with(member("Bea", OWNER));
        mapRoles.decide(Map.of("11", Set.of(Role.MANAGER)));

        mapRoles.apply(mapRoles.difference().seal(), Set.of("anna@shop.example", "bea@shop.example"));

        assertThat(rolesOf("anna")).containsExactly(Role.MANAGER);
        assertThat(rolesOf("bea")).containsExactlyInAnyOrder(Role.MANAGER, Role.ADMINISTRATOR);
    }

    @Test
    void who_is_both_employee_and_technician_gets_both() {
        staff.with(member("Kim", OFFICE))
                .with(new StaffMember(" kim ", "KIM@shop.example ", true, Set.of("Technician")));
        mapRoles.decide(Map.of("12", Set.of(Role.DISPATCHER), "Technician", Set.of(Role.TECHNICIAN)));

        assertThat(mapRoles.difference().changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.after()).containsExactlyInAnyOrder(Role.DISPATCHER, Role.TECHNICIAN));
    }

    @Test
    void whom_nothing_joins_or_who_cannot_be_told_apart_is_left_alone_with_a_reason() {
        people.add(Accounts.of("Dora", Role.BILLING).disabled());
        people.add(Accounts.of("Finn", Role.TECHNICIAN));
        staff.with(new StaffMember("No Mail", "", true, Set.of("Technician")))
                .with(new StaffMember("Odd Mail", "not an e-mail", true, Set.of("Technician")))
                .with(member("Dora", "Technician"))
                .with(member("Una", "DisplayUser"))
                .with(new StaffMember("Max", "max@shop.example", true, Set.of("Technician")))
                .with(new StaffMember("Maxine", "max@shop.example", true, Set.of("Technician")))
                .with(new StaffMember("Finn", "finn@shop.example", false, Set.of("Technician")))
                .with(new StaffMember("Long Gone", "gone@shop.example", false, Set.of("Technician")));
        mapRoles.decide(Map.of("Technician", Set.of(Role.TECHNICIAN)));

        RoleDifference difference = mapRoles.difference();

        assertThat(difference.changes()).isEmpty();
        assertThat(difference.leftAlone())
                .extracting(left -> left.name() + ": " + left.reason())
                .containsExactlyInAnyOrder(
                        "No Mail: Has no e-mail in ServiceTitan.",
                        "Odd Mail: Has no e-mail in ServiceTitan.",
                        "Dora: Is disabled here.",
                        "Una: None of their roles in ServiceTitan stands for one here.",
                        "Max: Shares this e-mail with somebody of another name in ServiceTitan.",
                        "Maxine: Shares this e-mail with somebody of another name in ServiceTitan.",
                        "Finn: Has left in ServiceTitan, but can still sign in here. Disable them under People.");
    }

    @Test
    void people_here_who_are_not_of_the_staff_are_not_even_mentioned() {
        people.add(Accounts.of("Guest", Role.MANAGER));
        staff.with(member("Kim", "Technician"));
        mapRoles.decide(Map.of("Technician", Set.of(Role.TECHNICIAN)));

        mapRoles.apply(mapRoles.difference().seal(), Set.of("guest@shop.example", "kim@shop.example"));

        assertThat(rolesOf("guest")).containsExactly(Role.MANAGER);
    }

    @Test
    void a_name_that_is_missing_or_endless_does_not_stand_in_the_way() {
        staff.with(new StaffMember("", "pat.doe@shop.example", true, Set.of("Technician")))
                .with(new StaffMember("x".repeat(300), "x@shop.example", true, Set.of("Technician")));
        mapRoles.decide(Map.of("Technician", Set.of(Role.TECHNICIAN)));

        assertThat(mapRoles.difference().changes())
                .extracting(RoleDifference.Change::name)
                .isEqualTo(List.of("pat.doe", "x".repeat(100)));
    }

    private Set<Role> rolesOf(String name) {
        return people.findByEmail(name + "@shop.example").orElseThrow().person().roles();
    }

    private static StaffMember member(String name, long role) {
        return member(name, Long.toString(role));
    }

    private static StaffMember member(String name, String role) {
        return new StaffMember(name, name.toLowerCase(Locale.ROOT) + "@shop.example", true, Set.of(role));
    }
}
