package org.fieldwright.web.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldwright.domain.people.Role;

/** Roles between forms and the domain. */
final class Roles {
    private Roles() {}

    /** In the order of the enum, joined by commas. */
    static String inWords(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::inWords).collect(Collectors.joining(", "));
    }

    /** What a form sent; names that are none are left out. */
    static Set<Role> of(String... names) {
        return Stream.ofNullable(names)
                .flatMap(Arrays::stream)
                .flatMap(name -> named(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Optional<Role> named(String name) {
        return Stream.of(Role.values()).filter(role -> role.name().equals(name)).findFirst();
    }

    static String[] names(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    static List<Role> all() {
        return List.of(Role.values());
    }
}
