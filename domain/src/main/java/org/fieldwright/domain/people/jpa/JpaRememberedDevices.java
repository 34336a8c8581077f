package org.fieldwright.domain.people.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.people.RememberedDevice;
import org.fieldwright.domain.people.RememberedDevices;

/** Remembered browsers in PostgreSQL. */
@ApplicationScoped
@Transactional
class JpaRememberedDevices implements RememberedDevices {
    @PersistenceContext(unitName = "fieldwright")
    private EntityManager em;

    /** For the container. */
    protected JpaRememberedDevices() {}

    JpaRememberedDevices(EntityManager em) {
        this.em = em;
    }

    @Override
    public void add(RememberedDevice device) {
        em.persist(DeviceRow.of(device));
        em.flush();
    }

    @Override
    public Optional<RememberedDevice> find(String selector) {
        return em.createQuery("select d from DeviceRow d where d.selector = :selector", DeviceRow.class)
                .setParameter("selector", selector)
                .setHint("jakarta.persistence.cache.retrieveMode", jakarta.persistence.CacheRetrieveMode.BYPASS)
                .setHint("eclipselink.refresh", "True")
                .getResultStream()
                .findFirst()
                .map(DeviceRow::toDevice);
    }

    @Override
    public List<RememberedDevice> of(UUID person) {
        return em
                .createQuery(
                        "select d from DeviceRow d where d.person = :person order by d.rotatedAt desc, d.selector",
                        DeviceRow.class)
                .setParameter("person", person)
                .getResultList()
                .stream()
                .map(DeviceRow::toDevice)
                .toList();
    }

    @Override
    public boolean replace(RememberedDevice before, RememberedDevice after) {
        return em.createQuery("update DeviceRow d set d.validator = :validator, d.previous = :previous,"
                                + " d.rotatedAt = :rotatedAt where d.selector = :selector and d.validator = :before")
                        .setParameter("validator", after.validator())
                        .setParameter("previous", after.previous().orElse(null))
                        .setParameter("rotatedAt", after.rotatedAt())
                        .setParameter("selector", before.selector())
                        .setParameter("before", before.validator())
                        .executeUpdate()
                == 1;
    }

    @Override
    public void remove(String selector) {
        em.createQuery("delete from DeviceRow d where d.selector = :selector")
                .setParameter("selector", selector)
                .executeUpdate();
    }

    @Override
    public void removeAllOf(UUID person) {
        em.createQuery("delete from DeviceRow d where d.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    @Override
    public void removeExpired(Instant now) {
        em.createQuery("delete from DeviceRow d where d.expiresAt <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
