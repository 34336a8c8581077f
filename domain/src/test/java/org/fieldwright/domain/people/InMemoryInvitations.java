package org.fieldwright.domain.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Invitations without a database. */
public class InMemoryInvitations implements Invitations {
    private final Map<String, Invitation> byHash = new HashMap<>();

    @Override
    public void put(Invitation invitation, String sha256) {
        removeOf(invitation.person());
        byHash.put(sha256, invitation);
    }

    @Override
    public Optional<Invitation> findByHash(String sha256) {
        return Optional.ofNullable(byHash.get(sha256));
    }

    @Override
    public Optional<Invitation> of(UUID person) {
        return byHash.values().stream()
                .filter(invitation -> invitation.person().equals(person))
                .findFirst();
    }

    @Override
    public boolean take(String sha256) {
        return byHash.remove(sha256) != null;
    }

    @Override
    public void removeOf(UUID person) {
        byHash.values().removeIf(invitation -> invitation.person().equals(person));
    }
}
