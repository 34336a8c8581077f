package org.fieldwright.domain.people.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.fieldwright.domain.people.Attempt;
import org.fieldwright.domain.people.SignInAttempts;

/** Tries to sign in, in PostgreSQL: every node sees the same count. */
@ApplicationScoped
@Transactional
class JpaSignInAttempts implements SignInAttempts {
    @PersistenceContext(unitName = "fieldwright")
    private EntityManager em;

    /** For the container. */
    protected JpaSignInAttempts() {}

    JpaSignInAttempts(EntityManager em) {
        this.em = em;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Attempt begin(String email, Instant now) {
        em.createNativeQuery("insert into sign_in_attempt (email, failures, last_at) values (?1, 0, ?2)"
                        + " on conflict (email) do nothing")
                .setParameter(1, email)
                .setParameter(2, Timestamp.from(now))
                .executeUpdate();
        AttemptRow row = em.find(AttemptRow.class, email, LockModeType.PESSIMISTIC_WRITE);
        Attempt before = row.toAttempt();
        row.take(before.counted(now));
        em.flush();
        return before;
    }

    @Override
    public Optional<Attempt> find(String email) {
        return Optional.ofNullable(em.find(AttemptRow.class, email)).map(AttemptRow::toAttempt);
    }

    @Override
    public void forget(String email) {
        em.createQuery("delete from AttemptRow a where a.email = :email")
                .setParameter("email", email)
                .executeUpdate();
    }

    @Override
    public void forgetBefore(Instant time) {
        em.createQuery("delete from AttemptRow a where a.lastAt < :time")
                .setParameter("time", time)
                .executeUpdate();
    }
}
