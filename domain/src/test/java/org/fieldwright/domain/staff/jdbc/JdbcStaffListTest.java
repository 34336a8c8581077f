package org.fieldwright.domain.staff.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.fieldwright.domain.staff.StaffList;
import org.fieldwright.domain.staff.StaffListContract;
import org.fieldwright.domain.staff.StaffMember;
import org.junit.jupiter.api.Test;

class JdbcStaffListTest implements StaffListContract {
    private final Jdbc jdbc = new Jdbc(TestDatabase.fresh());
    private final StaffList staff = new JdbcStaffList(jdbc);
    private final AtomicLong ids = new AtomicLong(100);

    @Override
    public StaffList staff() {
        return staff;
    }

    @Override
    public void roleIsThere(long id, String name) {
        keep("user_role", id, true, Json.createObjectBuilder().add("name", name));
    }

    @Override
    public void employeeIsThere(String name, String email, boolean active, String builtIn, long... roles) {
        keep(
                "employee",
                ids.incrementAndGet(),
                active,
                person(name, email, roles).add("role", builtIn));
    }

    @Override
    public void technicianIsThere(String name, String email, long... roles) {
        keep("technician", ids.incrementAndGet(), true, person(name, email, roles));
    }

    @Test
    void a_row_without_anything_is_somebody_without_anything() {
        keep("employee", 1, true, Json.createObjectBuilder().addNull("name").addNull("roleIds"));

        assertThat(staff.members()).containsExactly(new StaffMember("", "", true, Set.of()));
    }

    @Test
    void a_role_that_is_deleted_there_is_none() {
        keep("user_role", 1, false, Json.createObjectBuilder().add("name", "Old"));

        assertThat(staff.ownRoles()).isEmpty();
    }

    private static JsonObjectBuilder person(String name, String email, long... roles) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        Arrays.stream(roles).forEach(ids::add);
        return Json.createObjectBuilder().add("name", name).add("email", email).add("roleIds", ids);
    }

    private void keep(String table, long id, boolean active, JsonObjectBuilder body) {
        jdbc.update(
                "insert into mirror." + table + " (id, active, read_at, body) values (?, ?, now(), cast(? as jsonb))",
                id,
                active,
                body.build().toString());
    }
}
