package org.fieldwright.domain.people;

class InMemoryPeopleTest implements PeopleContract {
    private final InMemoryPeople people = new InMemoryPeople();

    @Override
    public People people() {
        return people;
    }
}
