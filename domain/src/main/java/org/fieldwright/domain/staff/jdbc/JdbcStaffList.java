package org.fieldwright.domain.staff.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.staff.StaffList;
import org.fieldwright.domain.staff.StaffMember;
import org.fieldwright.domain.staff.StaffRole;

/** Reads the staff from the mirror. */
@ApplicationScoped
class JdbcStaffList implements StaffList {
    private Jdbc jdbc;

    /** For the container's proxy. */
    protected JdbcStaffList() {}

    @Inject
    JdbcStaffList(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StaffRole> ownRoles() {
        return jdbc.query(
                "select id, coalesce(body ->> 'name', '') as name from mirror.user_role where active order by lower(body ->> 'name'), id",
                row -> new StaffRole(row.getString("id"), row.getString("name")));
    }

    @Override
    public List<StaffMember> members() {
        return jdbc.query("""
                with member as (
                    select id, active, body, coalesce(body ->> 'role', '') as built_in from mirror.employee
                    union all
                    select id, active, body, 'Technician' from mirror.technician)
                select coalesce(body ->> 'name', '') as name, coalesce(body ->> 'email', '') as email, active,
                    case when jsonb_typeof(body -> 'roleIds') = 'array' and jsonb_array_length(body -> 'roleIds') > 0
                        then array(select jsonb_array_elements_text(body -> 'roleIds'))
                        else array_remove(array[built_in], '') end as roles
                from member order by lower(body ->> 'name'), id
                """, JdbcStaffList::member);
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        String[] roles = (String[]) row.getArray("roles").getArray();
        return new StaffMember(
                row.getString("name"), row.getString("email"), row.getBoolean("active"), Set.copyOf(List.of(roles)));
    }
}
