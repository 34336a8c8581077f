package org.fieldwright.domain.people.jpa;

import java.util.UUID;
import org.fieldwright.domain.people.Invitations;
import org.fieldwright.domain.people.InvitationsContract;

class JpaInvitationsTest implements InvitationsContract {
    private final JpaDatabase database = new JpaDatabase();
    private final Invitations invitations = database.port(Invitations.class, JpaInvitations::new);

    @Override
    public Invitations invitations() {
        return invitations;
    }

    @Override
    public UUID somebody(String name) {
        return database.somebody(name);
    }
}
