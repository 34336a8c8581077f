package org.fieldwright.domain.staff;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * What somebody is in ServiceTitan.
 *
 * @param key the id of a role the shop has made, or the name of one that ServiceTitan has built in
 * @param name as people read it
 */
public record StaffRole(String key, String name) {
    public StaffRole {
        requireNonNull(key, "key");
        requireNonNull(name, "name");
    }

    /** Whether ServiceTitan has built it in; the shop's own roles have numbers. */
    public boolean isBuiltIn() {
        return key.chars().anyMatch(one -> !Character.isDigit(one));
    }

    /** One that ServiceTitan has built in, such as {@code FieldManager}. */
    static StaffRole builtIn(String key) {
        String spaced = key.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        boolean isOneWordInCapitals = spaced.equals(spaced.toUpperCase(Locale.ROOT));
        return new StaffRole(
                key,
                isOneWordInCapitals
                        ? spaced
                        : spaced.substring(0, 1) + spaced.substring(1).toLowerCase(Locale.ROOT));
    }
}
