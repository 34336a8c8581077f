package org.fieldwright.web.people;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.staff.MapRoles;

/** A role in ServiceTitan ready to be drawn with its boxes. */
public record StaffRoleRow(MapRoles.Row row) {
    /** A box to tick. */
    public record Choice(Role role, boolean chosen) {}

    public String field() {
        return "roles-of-" + row.role().key();
    }

    public String name() {
        return row.role().name();
    }

    public boolean builtIn() {
        return row.role().isBuiltIn();
    }

    public int holders() {
        return row.holders();
    }

    /** Whether the ticks are only what the name suggests. */
    public boolean suggested() {
        return row.decided().isEmpty();
    }

    public List<Choice> choices() {
        Set<Role> ticked = row.decided().orElse(row.suggested());
        return Stream.of(Role.values())
                .map(role -> new Choice(role, ticked.contains(role)))
                .toList();
    }
}
