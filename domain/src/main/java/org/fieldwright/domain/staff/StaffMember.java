package org.fieldwright.domain.staff;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * An employee or a technician in ServiceTitan.
 *
 * @param email as it stands there; blank where there is none
 * @param active false for somebody who has left
 * @param roles keys of what they are: the shop's own roles, or else the built-in one
 */
public record StaffMember(String name, String email, boolean active, Set<String> roles) {
    public StaffMember {
        requireNonNull(name, "name");
        requireNonNull(email, "email");
        roles = Set.copyOf(roles);
    }
}
