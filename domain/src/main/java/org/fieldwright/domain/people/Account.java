package org.fieldwright.domain.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A person's way in: created by an administrator or by the identity provider, disabled instead of deleted.
 *
 * @param passwordHash empty for somebody who signs in through the identity provider only
 * @param subject who this is at the identity provider, once somebody came that way
 * @param generation grows with every change that ends sessions and remembered devices
 * @param version counts every change, for optimistic locking
 */
public record Account(
        Person person,
        String passwordHash,
        Optional<String> subject,
        boolean active,
        int generation,
        Instant createdAt,
        Optional<Instant> lastSignedIn,
        long version) {
    public Account {
        requireNonNull(person, "person");
        requireNonNull(passwordHash, "passwordHash");
        requireNonNull(subject, "subject");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(lastSignedIn, "lastSignedIn");
    }

    public static Account opened(Person person, String passwordHash, Instant now) {
        return new Account(person, passwordHash, Optional.empty(), true, 0, now, Optional.empty(), 0);
    }

    public boolean isAdministrator() {
        return active && person.roles().contains(Role.ADMINISTRATOR);
    }

    /** Whether a session that began in that generation still counts. */
    public boolean accepts(int sessionGeneration) {
        return active && generation == sessionGeneration;
    }

    /** With other roles. Sessions go on, with the new permissions. */
    public Account withRoles(Set<Role> roles) {
        return with(new Person(person.id(), person.email(), person.name(), roles), passwordHash, active, generation);
    }

    public Account named(String name) {
        return with(new Person(person.id(), person.email(), name, person.roles()), passwordHash, active, generation);
    }

    public Account withPassword(String newHash) {
        return with(person, newHash, active, generation + 1);
    }

    /** The same password, hashed at today's cost. Sessions go on. */
    public Account rehashed(String newHash) {
        return with(person, newHash, active, generation);
    }

    public Account disabled() {
        return with(person, passwordHash, false, generation + 1);
    }

    public Account enabled() {
        return with(person, passwordHash, true, generation);
    }

    public Account signedOutEverywhere() {
        return with(person, passwordHash, active, generation + 1);
    }

    public Account knownAs(String newSubject) {
        return new Account(
                person, passwordHash, Optional.of(newSubject), active, generation, createdAt, lastSignedIn, version);
    }

    private Account with(Person newPerson, String newHash, boolean newActive, int newGeneration) {
        return new Account(newPerson, newHash, subject, newActive, newGeneration, createdAt, lastSignedIn, version);
    }

    /** Without the hash: this may reach a log. */
    @Override
    public String toString() {
        return "Account[" + person.id() + ", active=" + active + ", generation=" + generation + "]";
    }
}
