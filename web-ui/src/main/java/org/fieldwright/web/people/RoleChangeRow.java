package org.fieldwright.web.people;

import java.util.List;
import java.util.stream.Stream;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.staff.RoleDifference;

/** What would change for somebody, ready to be drawn as a difference. */
public record RoleChangeRow(RoleDifference.Change change) {
    /** Roles they have and would not have any more. */
    public List<Role> taken() {
        return roles().filter(role -> !change.after().contains(role)).toList();
    }

    /** Roles they have and would keep. */
    public List<Role> kept() {
        return roles().filter(
                        role -> change.before().contains(role) && change.after().contains(role))
                .toList();
    }

    /** Roles they would have for the first time. */
    public List<Role> given() {
        return roles().filter(role -> !change.before().contains(role)).toList();
    }

    private Stream<Role> roles() {
        return Stream.of(Role.values())
                .filter(role -> change.before().contains(role) || change.after().contains(role));
    }
}
