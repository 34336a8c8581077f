package org.fieldwright.domain.staff;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.fieldwright.domain.people.Role;

/** Decisions without a database. */
public class InMemoryRoleMappings implements RoleMappings {
    private final Map<String, Set<Role>> decided = new HashMap<>();

    @Override
    public Map<String, Set<Role>> all() {
        return Map.copyOf(decided);
    }

    @Override
    public void put(Map<String, Set<Role>> more, String by, Instant at) {
        decided.putAll(more);
    }
}
