package org.fieldwright.domain.people;

class InMemoryPeopleTest implements PeopleContract {
    private final InMemorySignInAttempts attempts = new InMemorySignInAttempts();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final InMemoryPeople people = new InMemoryPeople(attempts, invitations);

    @Override
    public People people() {
        return people;
    }

    @Override
    public SignInAttempts attempts() {
        return attempts;
    }

    @Override
    public Invitations invitations() {
        return invitations;
    }
}
