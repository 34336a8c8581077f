package org.fieldwright.domain.people.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldwright.domain.people.Account;
import org.fieldwright.domain.people.ListedPerson;
import org.fieldwright.domain.people.People;
import org.fieldwright.domain.people.PeopleQuery;
import org.fieldwright.domain.people.Person;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.people.Standing;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.PageOf;

/** People in PostgreSQL. */
@ApplicationScoped
@Transactional
class JpaPeople implements People {
    /** ?1 is the time, ?2 a pattern, ?3 a role and ?4 a standing, blank for any. */
    private static final String LISTED = """

            from person p
            left join sign_in_attempt a on a.email = p.email and a.paused_until > ?1
            left join invitation i on i.person = p.id
            cross join lateral (select case
                when not p.active then 'DISABLED'
                when a.email is not null then 'PAUSED'
                when p.password = '' and p.subject is null then 'INVITED'
                else 'ACTIVE' end as standing) l
            where (lower(p.name) like ?2 or p.email like ?2)
                and (?3 = '' or exists (select 1 from person_role r where r.person = p.id and r.role = ?3))
                and (?4 = '' or l.standing = ?4)
            """;

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
    public PageOf<ListedPerson> list(PeopleQuery wanted, Instant now, int first, int max) {
        Query count = em.createNativeQuery("select count(*)" + LISTED);
        Query page = em.createNativeQuery("""
                select p.id, p.email, p.name, p.last_signed_in, l.standing,
                    case l.standing when 'PAUSED' then a.paused_until when 'INVITED' then i.expires_at end,
                    (select string_agg(r.role, ',') from person_role r where r.person = p.id)
                """ + LISTED + " order by lower(p.name), p.email offset ?5 limit ?6");
        page.setParameter(5, first).setParameter(6, max);
        Stream.of(count, page).forEach(query -> narrow(query, wanted, now));
        int total = ((Number) count.getSingleResult()).intValue();
        List<?> rows = page.getResultList();
        return new PageOf<>(rows.stream().map(row -> listed((Object[]) row)).toList(), first, total);
    }

    private static void narrow(Query query, PeopleQuery wanted, Instant now) {
        String part = wanted.containing().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        query.setParameter(1, Timestamp.from(now))
                .setParameter(2, "%" + part + "%")
                .setParameter(3, wanted.role().map(Role::name).orElse(""))
                .setParameter(4, wanted.standing().map(Standing::name).orElse(""));
    }

    private static ListedPerson listed(Object[] row) {
        Set<Role> roles =
                Stream.of(((String) row[6]).split(",")).map(Role::valueOf).collect(Collectors.toSet());
        return new ListedPerson(
                new Person((UUID) row[0], (String) row[1], (String) row[2], roles),
                Standing.valueOf((String) row[4]),
                instant(row[3]),
                instant(row[5]));
    }

    private static Optional<Instant> instant(Object timestamp) {
        return Optional.ofNullable((Timestamp) timestamp).map(Timestamp::toInstant);
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
