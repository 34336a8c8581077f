package org.fieldwright.rag.pgvector;

import java.sql.Connection;
import java.sql.SQLException;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/**
 * The shape of the table that holds vectors, and of the next one, which is filled beside it and takes its name in one
 * transaction: a search that waits for that transaction finds the new table under the old name.
 *
 * @param dimensions how many numbers a vector has
 * @param exactBelow a graph is made when there are more vectors than this
 */
record VectorTable(int dimensions, int exactBelow) {
    static final String IN_USE = "passage_vector";
    static final String NEXT = "passage_vector_next";

    /** Makes the table that is searched, empty, unless it is there. */
    void createFirst(Connection connection) throws SQLException {
        boolean there = Jdbc.query(connection, "select to_regclass(?) is not null", row -> row.getBoolean(1), IN_USE)
                .getFirst();
        if (!there) {
            create(connection, IN_USE);
        }
    }

    void createNext(Connection connection) throws SQLException {
        create(connection, NEXT);
    }

    private void create(Connection connection, String name) throws SQLException {
        Jdbc.update(
                connection,
                "create table " + name + " (passage bigint primary key, manual uuid not null, vector vector("
                        + dimensions + ") not null)");
        Jdbc.update(connection, "create index on " + name + " (manual)");
    }

    void switchToNext(Connection connection) throws SQLException {
        Jdbc.update(connection, "analyze " + NEXT);
        Jdbc.update(connection, "drop table if exists " + IN_USE);
        Jdbc.update(connection, "alter table " + NEXT + " rename to " + IN_USE);
    }

    /**
     * Makes the graph once it pays. One process does it: several share memory that a container may not have, and pgvector
     * 0.8.2 could overrun it.
     */
    void makeGraphIfLarge(Connection connection, String name) throws SQLException {
        long vectors = Jdbc.query(connection, "select count(*) from " + name, row -> row.getLong(1))
                .getFirst();
        if (vectors <= exactBelow || hasGraph(connection, name)) {
            return;
        }
        Jdbc.update(connection, "set local max_parallel_maintenance_workers = 0");
        Jdbc.update(connection, "set local maintenance_work_mem = '256MB'");
        Jdbc.update(connection, "create index on " + name + " using hnsw (vector vector_ip_ops)");
    }

    private static boolean hasGraph(Connection connection, String name) throws SQLException {
        return !Jdbc.query(connection, """
                        select 1 from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
                        where i.indrelid = to_regclass(?) and a.amname = 'hnsw'
                        """, row -> 1, name).isEmpty();
    }
}
