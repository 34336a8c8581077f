package org.fieldwright.rag.pgvector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.manual.EmbeddedPassage;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.StorageException;
import org.fieldwright.rag.store.DerivedIndex;

/**
 * Changes to the vectors, each commit a transaction. The lock ends with the transaction, so between two commits another
 * node may come in between; both then write what the library holds, so it does not matter who is last.
 */
final class PgvectorUpdate implements DerivedIndex.Update {
    private static final int BATCH = 500;

    /** One writer at a time, on whichever node; held as long as the transaction. */
    private static final String LOCK = "select pg_advisory_xact_lock(7303015)";

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(7303015)";

    private final Connection connection;
    private final VectorTable table;
    private final String kind;
    private boolean anew;
    private boolean locked = true;
    private long revision;

    private PgvectorUpdate(Connection connection, VectorTable table, String kind, boolean anew, long revision) {
        this.connection = connection;
        this.table = table;
        this.kind = kind;
        this.anew = anew;
        this.revision = revision;
    }

    /**
     * Begins on a connection of its own, which it closes at its end; empty, with the connection as it was, when another
     * writer is at it.
     */
    static Optional<PgvectorUpdate> begin(Connection connection, VectorTable table, String kind, boolean anew)
            throws SQLException {
        connection.setAutoCommit(false);
        boolean alone =
                Jdbc.query(connection, TRY_LOCK, row -> row.getBoolean(1)).getFirst();
        if (!alone) {
            connection.rollback();
            connection.setAutoCommit(true);
            return Optional.empty();
        }
        long revision = anew ? 0 : PgvectorStore.revision(connection, kind);
        if (revision == 0) {
            table.createNext(connection);
        }
        return Optional.of(new PgvectorUpdate(connection, table, kind, revision == 0, revision));
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public void put(Manual manual, List<EmbeddedPassage> passages) {
        write(() -> {
            delete(manual.id());
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into " + name() + " (passage, manual, vector) values (?, ?, ?::vector)")) {
                int waiting = 0;
                for (EmbeddedPassage passage : passages) {
                    if (passage.vector().length > 0) {
                        Jdbc.fill(insert, passage.passage().id(), manual.id().value(), passage.vector());
                        insert.addBatch();
                        if (++waiting % BATCH == 0) {
                            insert.executeBatch();
                        }
                    }
                }
                insert.executeBatch();
            }
        });
    }

    @Override
    public void remove(ManualId manual) {
        write(() -> delete(manual));
    }

    private void delete(ManualId manual) throws SQLException {
        Jdbc.update(connection, "delete from " + name() + " where manual = ?", manual.value());
    }

    @Override
    public void commit(long reached) {
        write(() -> {
            table.makeGraphIfLarge(connection, name());
            if (anew) {
                table.switchToNext(connection);
            }
            Jdbc.update(connection, "delete from vector_index");
            Jdbc.update(connection, "insert into vector_index (kind, revision) values (?, ?)", kind, reached);
            connection.commit();
            locked = false;
            anew = false;
            revision = reached;
        });
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new StorageException(failure);
        }
    }

    private String name() {
        return anew ? VectorTable.NEXT : VectorTable.IN_USE;
    }

    @FunctionalInterface
    private interface Change {
        void make() throws SQLException;
    }

    private void write(Change change) {
        try {
            if (!locked) {
                Jdbc.query(connection, LOCK, row -> 1);
                locked = true;
            }
            change.make();
        } catch (SQLException failure) {
            throw new StorageException(failure);
        }
    }
}
