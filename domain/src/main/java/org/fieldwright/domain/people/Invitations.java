package org.fieldwright.domain.people;

import java.util.Optional;
import java.util.UUID;

/** The links that are out, kept as hashes; one a person. */
public interface Invitations {
    /**
     * Keeps an invitation in the place of the person's earlier one.
     *
     * @param sha256 of the secret in the link, 64 hex digits
     */
    void put(Invitation invitation, String sha256);

    Optional<Invitation> findByHash(String sha256);

    Optional<Invitation> of(UUID person);

    /**
     * Uses an invitation up.
     *
     * @return whether it was there: of two who use it at once only one hears true
     */
    boolean take(String sha256);

    void removeOf(UUID person);
}
