package org.fieldwright.domain.people.jpa;

import org.fieldwright.domain.people.People;
import org.fieldwright.domain.people.PeopleContract;

class JpaPeopleTest implements PeopleContract {
    private final JpaDatabase database = new JpaDatabase();
    private final People people = database.port(People.class, JpaPeople::new);

    @Override
    public People people() {
        return people;
    }
}
