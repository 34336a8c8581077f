package org.fieldwright.domain.staff;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

class InMemoryStaffListTest implements StaffListContract {
    private final InMemoryStaffList staff = new InMemoryStaffList();

    @Override
    public StaffList staff() {
        return staff;
    }

    @Override
    public void roleIsThere(long id, String name) {
        staff.role(id, name);
    }

    @Override
    public void employeeIsThere(String name, String email, boolean active, String builtIn, long... roles) {
        Set<String> own = Arrays.stream(roles).mapToObj(Long::toString).collect(Collectors.toSet());
        Set<String> otherwise = builtIn.isEmpty() ? Set.of() : Set.of(builtIn);
        staff.with(new StaffMember(name, email, active, own.isEmpty() ? otherwise : own));
    }

    @Override
    public void technicianIsThere(String name, String email, long... roles) {
        employeeIsThere(name, email, true, "Technician", roles);
    }
}
