package org.fieldwright.domain.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link StaffList} promises. */
public interface StaffListContract {
    StaffList staff();

    void roleIsThere(long id, String name);

    /** Somebody of the office; {@code roles} are ids of the shop's own roles. */
    void employeeIsThere(String name, String email, boolean active, String builtIn, long... roles);

    void technicianIsThere(String name, String email, long... roles);

    @Test
    default void a_shop_that_was_never_read_has_nobody() {
        assertThat(staff().ownRoles()).isEmpty();
        assertThat(staff().members()).isEmpty();
    }

    @Test
    default void roles_come_by_name_whoever_has_them() {
        roleIsThere(12, "Owner");
        roleIsThere(11, "lead technician");

        assertThat(staff().ownRoles())
                .containsExactly(new StaffRole("11", "lead technician"), new StaffRole("12", "Owner"));
    }

    @Test
    default void members_come_by_name_with_the_shops_own_roles_or_else_the_built_in_one() {
        employeeIsThere("Ola", "ola@shop.example", true, "CSR", 11, 12);
        employeeIsThere("Ben", "", true, "Dispatch");
        employeeIsThere("Zoe", "zoe@shop.example", false, "");
        technicianIsThere("Kim", "kim@shop.example");
        technicianIsThere("Lee", "lee@shop.example", 11);

        assertThat(staff().members())
                .isEqualTo(List.of(
                        new StaffMember("Ben", "", true, Set.of("Dispatch")),
                        new StaffMember("Kim", "kim@shop.example", true, Set.of("Technician")),
                        new StaffMember("Lee", "lee@shop.example", true, Set.of("11")),
                        new StaffMember("Ola", "ola@shop.example", true, Set.of("11", "12")),
                        new StaffMember("Zoe", "zoe@shop.example", false, Set.of())));
    }
}
