package org.fieldwright.domain.people;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The accounts a demo comes with, one a role. Their password is public, so production refuses them. */
public final class DemoAccounts {
    public static final String PASSWORD = "fieldwright-demo";
    private static final String DOMAIN = "@demo.fieldwright";

    private DemoAccounts() {}

    static List<Person> people() {
        return Stream.of(Role.values())
                .map(role -> new Person(UUID.randomUUID(), email(role), "Demo " + role.inWords(), Set.of(role)))
                .toList();
    }

    /** The sign-in name of a role's demo account. */
    public static String email(Role role) {
        String name = role == Role.ADMINISTRATOR ? "admin" : role.name().toLowerCase(Locale.ROOT);
        return name + DOMAIN;
    }
}
