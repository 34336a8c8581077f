package org.fieldwright.domain.people.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fieldwright.domain.people.Account;
import org.fieldwright.domain.people.Accounts;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.shared.jdbc.TestDatabase;

/** The persistence unit on a fresh database, with a transaction around every call as the container makes one. */
final class JpaDatabase {
    private final EntityManagerFactory factory = Persistence.createEntityManagerFactory(
            "fieldwright",
            Map.of(
                    "jakarta.persistence.transactionType",
                    "RESOURCE_LOCAL",
                    "jakarta.persistence.jtaDataSource",
                    "",
                    "jakarta.persistence.nonJtaDataSource",
                    TestDatabase.fresh(),
                    "eclipselink.session-name",
                    UUID.randomUUID().toString(),
                    "eclipselink.logging.level",
                    "WARNING"));

    <T> T port(Class<T> port, Function<EntityManager, T> adapter) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    EntityManager em = factory.createEntityManager();
                    try {
                        em.getTransaction().begin();
                        Object result = method.invoke(adapter.apply(em), arguments);
                        em.getTransaction().commit();
                        return result;
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    } finally {
                        if (em.getTransaction().isActive()) {
                            em.getTransaction().rollback();
                        }
                        em.close();
                    }
                }));
    }

    /** Somebody who is in the database. */
    UUID somebody(String name) {
        Account account = Accounts.of(name, Role.TECHNICIAN);
        port(org.fieldwright.domain.people.People.class, JpaPeople::new).add(account);
        return account.person().id();
    }
}
