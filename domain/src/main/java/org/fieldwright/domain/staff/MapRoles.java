package org.fieldwright.domain.staff;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fieldwright.domain.people.Account;
import org.fieldwright.domain.people.CurrentPerson;
import org.fieldwright.domain.people.ManagePeople;
import org.fieldwright.domain.people.People;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Person;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.UseCase;

/** An administrator says what the roles in ServiceTitan mean here, sees what would change for whom, and has it done for whom they choose. */
@UseCase
@Transactional
public class MapRoles {
    private StaffList staff;
    private RoleMappings mappings;
    private People people;
    private ManagePeople managePeople;
    private CurrentPerson currentPerson;
    private Clock clock;

    /** For the container's proxy. */
    protected MapRoles() {}

    @Inject
    public MapRoles(
            StaffList staff,
            RoleMappings mappings,
            People people,
            ManagePeople managePeople,
            CurrentPerson currentPerson,
            Clock clock) {
        this.staff = staff;
        this.mappings = mappings;
        this.people = people;
        this.managePeople = managePeople;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * A role in ServiceTitan and what it stands for here.
     *
     * @param holders how many who are active have it
     * @param decided empty until somebody decides
     * @param suggested by its name
     */
    public record Row(StaffRole role, int holders, Optional<Set<Role>> decided, Set<Role> suggested) {}

    /**
     * What was done.
     *
     * @param invited the only time the secrets of their links are seen
     */
    public record Applied(List<ManagePeople.Invited> invited, int changed) {
        public Applied {
            invited = List.copyOf(invited);
        }
    }

    /** Every role there that somebody has or the shop has made; those that somebody has come first, then by name. */
    @Requires(Permission.MANAGE_PEOPLE)
    public List<Row> roles() {
        Map<String, Integer> holders = new HashMap<>();
        staff.members().stream()
                .filter(StaffMember::active)
                .flatMap(member -> member.roles().stream())
                .forEach(key -> holders.merge(key, 1, Integer::sum));
        Map<String, Set<Role>> decided = mappings.all();
        return rolesThere(holders.keySet()).stream()
                .sorted(Comparator.comparing((StaffRole role) -> !holders.containsKey(role.key()))
                        .thenComparing(role -> role.name().toLowerCase(Locale.ROOT))
                        .thenComparing(StaffRole::key))
                .map(role -> new Row(
                        role,
                        holders.getOrDefault(role.key(), 0),
                        Optional.ofNullable(decided.get(role.key())),
                        Suggestions.of(role)))
                .toList();
    }

    private List<StaffRole> rolesThere(Set<String> held) {
        Map<String, StaffRole> roles = new TreeMap<>();
        held.forEach(key -> roles.put(key, StaffRole.builtIn(key)));
        staff.ownRoles().forEach(role -> roles.put(role.key(), role));
        return List.copyOf(roles.values());
    }

    /** Decides what roles there stand for; keys that are not there are left out. */
    @Requires(Permission.MANAGE_PEOPLE)
    public void decide(@NotNull Map<String, Set<Role>> wanted) {
        Map<String, Set<Role>> known = new HashMap<>();
        roles().stream()
                .map(row -> row.role().key())
                .filter(wanted::containsKey)
                .forEach(key -> known.put(key, Set.copyOf(wanted.get(key))));
        mappings.put(known, me().map(Person::email).orElseThrow(), clock.instant());
    }

    /** What would change. Nothing does. */
    @Requires(Permission.MANAGE_PEOPLE)
    public RoleDifference difference() {
        return new Comparing(people, mappings.all(), me().map(Person::id)).with(staff.members());
    }

    /**
     * Does it for those who are chosen.
     *
     * @param seal of the difference that was seen
     * @param emails of whom it is done for
     * @throws FaultException CONFLICT when the difference is another one by now; nothing is changed
     */
    @Requires(Permission.MANAGE_PEOPLE)
    public Applied apply(@NotNull String seal, @NotNull Set<String> emails) {
        RoleDifference difference = difference();
        if (!difference.seal().equals(seal)) {
            throw new FaultException(
                    Fault.CONFLICT,
                    "People or roles have changed since you looked. Nothing was changed now: look again, then repeat it.");
        }
        List<ManagePeople.Invited> invited = new ArrayList<>();
        int changed = 0;
        for (RoleDifference.Change change : difference.changes()) {
            if (!emails.contains(change.email())) {
                continue;
            }
            if (change.isNew()) {
                invited.add(
                        managePeople.create(new ManagePeople.Newcomer(change.email(), change.name(), change.after())));
            } else {
                Account account = people.findByEmail(change.email()).orElseThrow();
                managePeople.change(new ManagePeople.Change(
                        account.person().id(), account.version(), change.name(), change.after()));
                changed++;
            }
        }
        return new Applied(invited, changed);
    }

    private Optional<Person> me() {
        return currentPerson.find();
    }
}
