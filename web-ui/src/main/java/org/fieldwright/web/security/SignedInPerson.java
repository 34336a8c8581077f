package org.fieldwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fieldwright.domain.people.CurrentPerson;
import org.fieldwright.domain.people.Person;

/** Whom the request's session or token stands for. */
@ApplicationScoped
class SignedInPerson implements CurrentPerson {
    @Override
    public Optional<Person> find() {
        return Optional.empty();
    }
}
