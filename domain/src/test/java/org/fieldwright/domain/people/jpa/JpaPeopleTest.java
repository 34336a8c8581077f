package org.fieldwright.domain.people.jpa;

import org.fieldwright.domain.people.Invitations;
import org.fieldwright.domain.people.People;
import org.fieldwright.domain.people.PeopleContract;
import org.fieldwright.domain.people.SignInAttempts;

class JpaPeopleTest implements PeopleContract {
    private final JpaDatabase database = new JpaDatabase();
    private final People people = database.port(People.class, JpaPeople::new);

    private final SignInAttempts attempts = database.port(SignInAttempts.class, JpaSignInAttempts::new);
    private final Invitations invitations = database.port(Invitations.class, JpaInvitations::new);

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
