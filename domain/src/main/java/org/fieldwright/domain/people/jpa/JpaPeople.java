package org.fieldwright.domain.people.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fieldwright.domain.people.Account;
import org.fieldwright.domain.people.People;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.PageOf;

/** People in PostgreSQL. */
@ApplicationScoped
@Transactional
class JpaPeople implements People {
    /** The roles of a page of people in one further query, not one for each. */
    private static final String BATCH = "eclipselink.batch";

    /** Serialises the question who administers: any number that nobody else locks. */
    private static final long ROLE_LOCK = 7_301_426_115L;

    @PersistenceContext(unitName = "fieldwright")
    private EntityManager em;

    /** For the container. */
    protected JpaPeople() {}

    JpaPeople(EntityManager em) {
        this.em = em;
    }

    @Override
    public void add(Account account) {
        if (findByEmail(account.person().email()).isPresent()) {
            throw taken(null);
        }
        try {
            em.persist(PersonRow.of(account));
            em.flush();
        } catch (PersistenceException refused) {
            throw isDuplicate(refused) ? taken(refused) : refused;
        }
    }

    @Override
    public Optional<Account> find(UUID id) {
        return Optional.ofNullable(em.find(PersonRow.class, id)).map(PersonRow::toAccount);
    }

    @Override
    public Optional<Account> findByEmail(String email) {
        return one("select p from PersonRow p where p.email = :value", email);
    }

    @Override
    public Optional<Account> findBySubject(String subject) {
        return one("select p from PersonRow p where p.subject = :value", subject);
    }

    @Override
    public PageOf<Account> list(String containing, int first, int max) {
        String pattern = "%" + containing.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        String where =
                " from PersonRow p where lower(p.name) like :pattern escape '\\' or p.email like :pattern escape '\\'";
        long total = em.createQuery("select count(p)" + where, Long.class)
                .setParameter("pattern", pattern)
                .getSingleResult();
        List<Account> rows = em
                .createQuery("select p" + where + " order by lower(p.name), p.email", PersonRow.class)
                .setParameter("pattern", pattern)
                .setHint(BATCH, "p.roles")
                .setHint("eclipselink.batch.type", "IN")
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(PersonRow::toAccount)
                .toList();
        return new PageOf<>(rows, first, Math.toIntExact(total));
    }

    @Override
    public void update(Account account) {
        PersonRow row = em.find(PersonRow.class, account.person().id(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw new FaultException(Fault.NOT_FOUND, "There is no such person.");
        }
        if (row.version() != account.version()) {
            throw new FaultException(
                    Fault.CONFLICT,
                    "Somebody else changed this person meanwhile. Look again, then repeat your change.");
        }
        row.take(account);
        em.lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.flush();
    }

    @Override
    public void signedIn(UUID id, Instant at) {
        em.createNativeQuery("update person set last_signed_in = ?1 where id = ?2")
                .setParameter(1, Timestamp.from(at))
                .setParameter(2, id)
                .executeUpdate();
    }

    @Override
    public List<UUID> activeHoldersOf(Role role) {
        em.createNativeQuery("select pg_advisory_xact_lock(" + ROLE_LOCK + ")").getResultList();
        return em.createQuery(
                        "select p.id from PersonRow p where p.active = true and :role member of p.roles order by p.id",
                        UUID.class)
                .setParameter("role", role)
                .getResultList();
    }

    @Override
    public boolean isEmpty() {
        return em.createQuery("select p.id from PersonRow p", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private Optional<Account> one(String query, String value) {
        TypedQuery<PersonRow> typed = em.createQuery(query, PersonRow.class);
        return typed.setParameter("value", value).getResultStream().findFirst().map(PersonRow::toAccount);
    }

    private static boolean isDuplicate(Throwable refused) {
        return Stream.iterate(refused, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && "23505".equals(sql.getSQLState()));
    }

    private static FaultException taken(PersistenceException cause) {
        return new FaultException(Fault.CONFLICT, "There is somebody with this e-mail already.", cause);
    }
}
