package org.fieldwright.domain.staff.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.staff.RoleMappings;

/** What was decided, one row a role in ServiceTitan. */
@ApplicationScoped
class JdbcRoleMappings implements RoleMappings {
    private Jdbc jdbc;

    /** For the container's proxy. */
    protected JdbcRoleMappings() {}

    @Inject
    JdbcRoleMappings(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Set<Role>> all() {
        Map<String, Set<Role>> all = new HashMap<>();
        jdbc.query("select staff_role, roles from staff_role_mapping", row -> all.put(row.getString(1), roles(row)));
        return all;
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray(2).getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }

    @Override
    public void put(Map<String, Set<Role>> decided, String by, Instant at) {
        jdbc.inTransaction(connection -> {
            int changed = 0;
            for (Map.Entry<String, Set<Role>> one : decided.entrySet()) {
                changed += Jdbc.update(
                        connection,
                        """
                        insert into staff_role_mapping (staff_role, roles, decided_by, decided_at) values (?, ?, ?, ?)
                        on conflict (staff_role) do update
                            set roles = excluded.roles, decided_by = excluded.decided_by, decided_at = excluded.decided_at
                        """,
                        one.getKey(),
                        one.getValue().stream().map(Role::name).sorted().toArray(String[]::new),
                        by,
                        at);
            }
            return changed;
        });
    }
}
