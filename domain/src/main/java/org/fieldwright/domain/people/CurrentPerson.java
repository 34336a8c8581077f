package org.fieldwright.domain.people;

import java.util.Optional;

/** Who is asking, as the edge of the house has established it (session, token, task). */
public interface CurrentPerson {
    Optional<Person> find();
}
