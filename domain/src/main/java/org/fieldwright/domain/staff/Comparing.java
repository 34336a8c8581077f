package org.fieldwright.domain.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fieldwright.domain.people.Account;
import org.fieldwright.domain.people.People;
import org.fieldwright.domain.people.Person;
import org.fieldwright.domain.people.Role;

/** Compares the staff with the people here. Of the administrators at least one stays, and whoever compares stays one. */
final class Comparing {
    private static final int LONGEST_NAME = 100;

    private final People people;
    private final Map<String, Set<Role>> decided;
    private final Optional<UUID> oneself;
    private final Set<UUID> administrators;
    private final List<RoleDifference.Change> changes = new ArrayList<>();
    private final List<RoleDifference.LeftAlone> leftAlone = new ArrayList<>();

    Comparing(People people, Map<String, Set<Role>> decided, Optional<UUID> oneself) {
        this.people = people;
        this.decided = decided;
        this.oneself = oneself;
        this.administrators = new HashSet<>(people.activeHoldersOf(Role.ADMINISTRATOR));
    }

    RoleDifference with(List<StaffMember> staff) {
        Map<String, List<StaffMember>> byEmail = new TreeMap<>();
        for (StaffMember member : staff) {
            Person.emailOf(member.email())
                    .ifPresentOrElse(
                            email -> byEmail.computeIfAbsent(email, none -> new ArrayList<>())
                                    .add(member),
                            () -> withoutEmail(member));
        }
        byEmail.forEach(this::compare);
        return new RoleDifference(changes, leftAlone);
    }

    private void withoutEmail(StaffMember member) {
        if (member.active()) {
            leaveAlone(member, "Has no e-mail in ServiceTitan.");
        }
    }

    private void compare(String email, List<StaffMember> members) {
        List<StaffMember> here = members.stream().filter(StaffMember::active).toList();
        Optional<Account> account = people.findByEmail(email);
        if (here.isEmpty()) {
            account.filter(Account::active)
                    .ifPresent(known -> leaveAlone(
                            members.getFirst(),
                            "Has left in ServiceTitan, but can still sign in here. Disable them under People."));
        } else if (namesOf(here).size() > 1) {
            here.forEach(
                    member -> leaveAlone(member, "Shares this e-mail with somebody of another name in ServiceTitan."));
        } else {
            compare(email, here.getFirst(), wanted(here), account);
        }
    }

    private void compare(String email, StaffMember member, Set<Role> wanted, Optional<Account> account) {
        if (wanted.isEmpty()) {
            leaveAlone(member, "None of their roles in ServiceTitan stands for one here.");
        } else if (account.isEmpty()) {
            changes.add(new RoleDifference.Change(email, nameOf(member, email), true, Set.of(), wanted, ""));
        } else if (!account.get().active()) {
            leaveAlone(member, "Is disabled here.");
        } else {
            compare(account.get(), wanted);
        }
    }

    private void compare(Account account, Set<Role> wanted) {
        Person person = account.person();
        Set<Role> after = EnumSet.copyOf(wanted);
        String remark = "";
        if (account.isAdministrator() && !wanted.contains(Role.ADMINISTRATOR)) {
            remark = whyAdministratorStays(person.id());
            if (remark.isEmpty()) {
                administrators.remove(person.id());
            } else {
                after.add(Role.ADMINISTRATOR);
            }
        }
        if (!after.equals(person.roles())) {
            changes.add(new RoleDifference.Change(person.email(), person.name(), false, person.roles(), after, remark));
        }
    }

    private String whyAdministratorStays(UUID person) {
        if (oneself.filter(person::equals).isPresent()) {
            return "You stay administrator: nobody takes that from themselves.";
        }
        return administrators.equals(Set.of(person)) ? "The last administrator stays one." : "";
    }

    private Set<Role> wanted(Collection<StaffMember> members) {
        return members.stream()
                .flatMap(member -> member.roles().stream())
                .flatMap(key -> decided.getOrDefault(key, Set.of()).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static String nameOf(StaffMember member, String email) {
        String name = member.name().isBlank()
                ? email.substring(0, email.indexOf('@'))
                : member.name().strip();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static Set<String> namesOf(Collection<StaffMember> members) {
        return members.stream()
                .map(member -> member.name().strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private void leaveAlone(StaffMember member, String reason) {
        leftAlone.add(new RoleDifference.LeftAlone(member.name(), member.email(), reason));
    }
}
