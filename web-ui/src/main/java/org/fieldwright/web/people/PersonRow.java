package org.fieldwright.web.people;

import java.time.Instant;
import org.fieldwright.domain.people.ListedPerson;
import org.fieldwright.domain.people.Person;

/** Somebody ready to be drawn in a list. */
public record PersonRow(ListedPerson listed) {
    public Person person() {
        return listed.person();
    }

    public String address() {
        return "/admin/person/" + person().id();
    }

    public String roles() {
        return Roles.inWords(person().roles());
    }

    public StandingView standing() {
        return new StandingView(listed.standing(), listed.until());
    }

    public boolean seen() {
        return listed.lastSignedIn().isPresent();
    }

    public Instant lastSignedIn() {
        return listed.lastSignedIn().orElseThrow();
    }
}
