package org.fieldwright.domain.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A staff for tests. */
public class InMemoryStaffList implements StaffList {
    private final List<StaffRole> ownRoles = new ArrayList<>();
    private final List<StaffMember> members = new ArrayList<>();

    public InMemoryStaffList role(long id, String name) {
        ownRoles.add(new StaffRole(Long.toString(id), name));
        return this;
    }

    public InMemoryStaffList with(StaffMember member) {
        members.add(member);
        return this;
    }

    @Override
    public List<StaffRole> ownRoles() {
        return ownRoles.stream()
                .sorted(Comparator.comparing(role -> role.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public List<StaffMember> members() {
        return members.stream()
                .sorted(Comparator.comparing(member -> member.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
