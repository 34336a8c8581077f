package org.fieldwright.domain.people;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Somebody who can sign in.
 *
 * @param email the sign-in name, lower case
 */
public record Person(UUID id, String email, String name, Set<Role> roles) {
    public Person {
        roles = Set.copyOf(roles);
    }

    public Set<Permission> permissions() {
        return roles.stream().flatMap(role -> role.permissions().stream()).collect(Collectors.toUnmodifiableSet());
    }

    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }
}
