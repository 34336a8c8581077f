package org.fieldwright.domain.people;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The one who asks in a test. */
public class FixedPerson implements CurrentPerson {
    private Optional<Person> person;

    private FixedPerson(Optional<Person> person) {
        this.person = person;
    }

    public static FixedPerson with(Role role) {
        String email = role.name().toLowerCase(java.util.Locale.ROOT) + "@demo.fieldwright";
        return new FixedPerson(Optional.of(new Person(UUID.randomUUID(), email, role.inWords(), Set.of(role))));
    }

    public static FixedPerson as(Person person) {
        return new FixedPerson(Optional.of(person));
    }

    public static FixedPerson nobody() {
        return new FixedPerson(Optional.empty());
    }

    /** Somebody else asks from now on. */
    public void becomes(FixedPerson other) {
        person = other.person;
    }

    @Override
    public Optional<Person> find() {
        return person;
    }
}
