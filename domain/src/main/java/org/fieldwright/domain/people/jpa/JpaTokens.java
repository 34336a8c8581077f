package org.fieldwright.domain.people.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.people.ApiToken;
import org.fieldwright.domain.people.Tokens;

/** Tokens in PostgreSQL. */
@ApplicationScoped
@Transactional
class JpaTokens implements Tokens {
    @PersistenceContext(unitName = "fieldwright")
    private EntityManager em;

    /** For the container. */
    protected JpaTokens() {}

    JpaTokens(EntityManager em) {
        this.em = em;
    }

    @Override
    public void add(ApiToken token, String sha256) {
        em.persist(TokenRow.of(token, sha256));
        em.flush();
    }

    @Override
    public Optional<ApiToken> findByHash(String sha256) {
        return em.createQuery("select t from TokenRow t where t.sha256 = :sha256", TokenRow.class)
                .setParameter("sha256", sha256)
                .getResultStream()
                .findFirst()
                .map(TokenRow::toToken);
    }

    @Override
    public List<ApiToken> of(UUID person) {
        return em
                .createQuery(
                        "select t from TokenRow t where t.person = :person order by t.createdAt desc", TokenRow.class)
                .setParameter("person", person)
                .getResultList()
                .stream()
                .map(TokenRow::toToken)
                .toList();
    }

    @Override
    public void used(UUID token, Instant at) {
        em.createQuery("update TokenRow t set t.lastUsed = :at where t.id = :token")
                .setParameter("at", at)
                .setParameter("token", token)
                .executeUpdate();
    }

    @Override
    public void remove(UUID token, UUID person) {
        em.createQuery("delete from TokenRow t where t.id = :token and t.person = :person")
                .setParameter("token", token)
                .setParameter("person", person)
                .executeUpdate();
    }

    @Override
    public void removeAllOf(UUID person) {
        em.createQuery("delete from TokenRow t where t.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    @Override
    public void removeExpired(Instant now) {
        em.createQuery("delete from TokenRow t where t.expiresAt <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
