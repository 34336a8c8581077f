package org.fieldwright.domain.people;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Made-up people for tests. */
public final class Accounts {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Accounts() {}

    /** Somebody active whose password is "correct horse battery" by {@link PlainPasswords}. */
    public static Account of(String name, Role... roles) {
        Person person = new Person(
                UUID.randomUUID(), name.toLowerCase(java.util.Locale.ROOT) + "@shop.example", name, Set.of(roles));
        return Account.opened(person, "plain:" + PASSWORD, NOON);
    }

    public static final String PASSWORD = "correct horse battery";
}
