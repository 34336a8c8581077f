package org.fieldwright.domain.people.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.people.Invitation;
import org.fieldwright.domain.people.Invitations;

/** Invitations in PostgreSQL. */
@ApplicationScoped
@Transactional
class JpaInvitations implements Invitations {
    @PersistenceContext(unitName = "fieldwright")
    private EntityManager em;

    /** For the container. */
    protected JpaInvitations() {}

    JpaInvitations(EntityManager em) {
        this.em = em;
    }

    @Override
    public void put(Invitation invitation, String sha256) {
        removeOf(invitation.person());
        em.persist(InvitationRow.of(invitation, sha256));
        em.flush();
    }

    @Override
    public Optional<Invitation> findByHash(String sha256) {
        return em.createQuery("select i from InvitationRow i where i.sha256 = :sha256", InvitationRow.class)
                .setParameter("sha256", sha256)
                .getResultStream()
                .findFirst()
                .map(InvitationRow::toInvitation);
    }

    @Override
    public Optional<Invitation> of(UUID person) {
        return em.createQuery("select i from InvitationRow i where i.person = :person", InvitationRow.class)
                .setParameter("person", person)
                .getResultStream()
                .findFirst()
                .map(InvitationRow::toInvitation);
    }

    @Override
    public boolean take(String sha256) {
        return em.createQuery("delete from InvitationRow i where i.sha256 = :sha256")
                        .setParameter("sha256", sha256)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void removeOf(UUID person) {
        em.createQuery("delete from InvitationRow i where i.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }
}
