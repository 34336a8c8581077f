package org.fieldwright.sandbox.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
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
        return within(work, false);
    }

    /** Changes the world: wholly, or not at all when the work throws. One at a time. */
    public <T> T write(Function<Ledger, T> work) {
        return within(work, true);
    }

    private <T> T within(Function<Ledger, T> work, boolean writing) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (!writing) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            try {
                if (writing) {
                    lock(connection);
                }
                T result = work.apply(new Ledger(connection, clock.instant()));
                connection.commit();
                return result;
            } catch (RuntimeException | Error failure) {
                connection.rollback();
                throw failure;
            } finally {
                if (!writing) {
                    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    private static void lock(Connection connection) {
        new Ledger(connection, java.time.Instant.EPOCH)
                .query("select pg_advisory_xact_lock(?)", List.of(ONE_WRITER), row -> row);
    }
}
