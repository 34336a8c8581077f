package org.fieldwright.domain.people;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who can sign in.
 *
 * @param email the sign-in name, lower case
 */
public record Person(UUID id, String email, String name, Set<Role> roles) {
    static final int LONGEST_EMAIL = 254;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");

    public Person {
        roles = Set.copyOf(roles);
    }

    /** An e-mail as it is kept: trimmed and in lower case; empty when it cannot be one. */
    public static Optional<String> emailOf(String typed) {
        String email = typed.strip().toLowerCase(Locale.ROOT);
        return email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches()
                ? Optional.of(email)
                : Optional.empty();
    }

    public Set<Permission> permissions() {
        return roles.stream().flatMap(role -> role.permissions().stream()).collect(Collectors.toUnmodifiableSet());
    }

    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }
}
