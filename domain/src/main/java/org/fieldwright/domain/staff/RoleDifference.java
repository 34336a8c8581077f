package org.fieldwright.domain.staff;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.shared.Sha256;

/** What would change for whom, and who is left alone. */
public record RoleDifference(List<Change> changes, List<LeftAlone> leftAlone) {
    public RoleDifference {
        changes = List.copyOf(changes);
        leftAlone = List.copyOf(leftAlone);
    }

    /**
     * Somebody new is let in, or has other roles.
     *
     * @param email lower case
     * @param before empty for somebody new
     * @param remark why not all is as it was decided; blank when it is
     */
    public record Change(String email, String name, boolean isNew, Set<Role> before, Set<Role> after, String remark) {
        public Change {
            before = Set.copyOf(before);
            after = Set.copyOf(after);
        }
    }

    /** Somebody of the staff for whom nothing is done, and why. */
    public record LeftAlone(String name, String email, String reason) {}

    /** The same for the same changes: what was seen is what is done. */
    public String seal() {
        StringBuilder all = new StringBuilder();
        changes.forEach(change -> all.append(change.email())
                .append(new TreeSet<>(change.before()))
                .append(new TreeSet<>(change.after()))
                .append('\n'));
        return Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
