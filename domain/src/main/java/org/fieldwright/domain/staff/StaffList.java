package org.fieldwright.domain.staff;

import java.util.List;

/** The shop's staff as the mirror holds it. */
public interface StaffList {
    /** The roles that the shop has made, whether somebody has them or not, by name. */
    List<StaffRole> ownRoles();

    /** Employees and technicians, by name; who is both stands there twice. */
    List<StaffMember> members();
}
