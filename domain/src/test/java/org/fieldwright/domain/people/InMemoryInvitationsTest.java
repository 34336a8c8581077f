package org.fieldwright.domain.people;

import java.util.UUID;

class InMemoryInvitationsTest implements InvitationsContract {
    private final InMemoryInvitations invitations = new InMemoryInvitations();

    @Override
    public Invitations invitations() {
        return invitations;
    }

    @Override
    public UUID somebody(String name) {
        return UUID.randomUUID();
    }
}
