package org.fieldwright.sandbox.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Opens transactions on the documents. */
public final class Store {
    private static final long ONE_WRITER = 5_370_001L;
    private final DataSource database;
    private final Clock clock;

    public Store(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Gives the database its shape; safe to call at every start. */
    public void migrate() {
        Flyway.configure(Store.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/sandbox")
                .load()
                .migrate();
    }

    /** Reads one state of the world. */
    public <T> T read(Function<Ledger, T> work) {
        return within(work, Mode.READ);
    }

    /** Changes the world: wholly, or not at all when the work throws. One at a time. */
    public <T> T write(Function<Ledger, T> work) {
        return within(work, Mode.WRITE);
    }

    /** Loads very many documents: all of them, or none when the work throws. Gives their number. */
    public long load(Consumer<Bulk> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection);
                Ledger ledger = new Ledger(connection, clock.instant());
                Bulk bulk = new Bulk(connection, ledger.nextId(), ledger.nextNumber(), ledger.nextRevision());
                work.accept(bulk);
                bulk.flush();
                ledger.query(
                        "select setval('document_id', ?), setval('document_number', ?), setval('document_revision_number', ?)",
                        List.of(bulk.lastId(), bulk.lastNumber(), bulk.lastRevision()),
                        row -> row);
                // So that the first reader finds good plans.
                ledger.run("analyze document", List.of());
                connection.commit();
                return bulk.written();
            } catch (RuntimeException | Error failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    /** The world's time. */
    public Instant now() {
        return clock.instant();
    }

    /** Changes what no feed shows: it need not wait for its turn. */
    <T> T beside(Function<Ledger, T> work) {
        return within(work, Mode.BESIDE);
    }

    private enum Mode {
        READ,
        WRITE,
        BESIDE
    }

    private <T> T within(Function<Ledger, T> work, Mode mode) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (mode == Mode.READ) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            try {
                if (mode == Mode.WRITE) {
                    lock(connection);
                }
                T result = work.apply(new Ledger(connection, clock.instant()));
                connection.commit();
                return result;
            } catch (RuntimeException | Error failure) {
                connection.rollback();
                throw failure;
            } finally {
                if (mode == Mode.READ) {
                    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    private static void lock(Connection connection) {
        new Ledger(connection, Instant.EPOCH).query("select pg_advisory_xact_lock(?)", List.of(ONE_WRITER), row -> row);
    }
}
