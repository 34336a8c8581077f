package org.fieldwright.domain.staff;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.fieldwright.domain.people.Role;

/** Which roles here a role in ServiceTitan stands for. */
public interface RoleMappings {
    /** What was decided, by the key of the role there. An empty set says: none here. */
    Map<String, Set<Role>> all();

    /** Decides for these, in place of what was decided for them before. */
    void put(Map<String, Set<Role>> decided, String by, Instant at);
}
