package org.fieldwright.rag.pgvector;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.StorageException;
import org.fieldwright.rag.store.Scored;
import org.fieldwright.rag.store.VectorStore;

/**
 * Vectors in a table of the database that all nodes share, with its revision in the row of another. Up to
 * {@link #EXACT_BELOW} of them are compared one by one, which misses nothing and takes some tens of milliseconds; beyond
 * that there is an HNSW graph. Searches in some manuals only are always exact.
 */
final class PgvectorStore implements VectorStore {
    static final int EXACT_BELOW = 50_000;

    /** One node at a time looks whether everything is there and makes what is not. */
    static final String LOCK_SHAPE = "select pg_advisory_xact_lock(7303016)";

    private static final int FORMAT = 1;

    /** How far the graph is walked: twice as far as asked, within what pgvector allows. */
    private static final int LEAST_WALK = 100;

    private static final int LONGEST_WALK = 1_000;

    private static final String REVISION =
            "select revision from vector_index where kind = ? and to_regclass(?) is not null";

    private static final String OF_KIND = " (select kind from vector_index) = ? ";

    /** Nearest first, by the graph where there is one and the planner finds it cheaper. */
    static final String WALK = "select passage, -(vector <#> ?::vector) from passage_vector where" + OF_KIND
            + "order by vector <#> ?::vector limit ?";

    private final DataSource dataSource;
    private final Jdbc jdbc;
    private final String kind;
    private final VectorTable table;

    PgvectorStore(DataSource dataSource, String model, int dimensions) {
        this(dataSource, model, dimensions, EXACT_BELOW);
    }

    PgvectorStore(DataSource dataSource, String model, int dimensions, int exactBelow) {
        this.dataSource = dataSource;
        this.jdbc = new Jdbc(dataSource);
        this.kind = FORMAT + " " + dimensions + " " + model;
        this.table = new VectorTable(dimensions, exactBelow);
        jdbc.inTransaction(connection -> {
            Jdbc.query(connection, LOCK_SHAPE, row -> 1);
            Jdbc.update(
                    connection,
                    "create table if not exists vector_index (kind text not null, revision bigint not null)");
            table.createFirst(connection);
            return null;
        });
    }

    @Override
    public long revision() {
        return jdbc.first(REVISION, row -> row.getLong(1), kind, VectorTable.IN_USE)
                .orElse(0L);
    }

    /** The revision as one transaction sees it. */
    static long revision(Connection connection, String kind) throws SQLException {
        return Jdbc.query(connection, REVISION, row -> row.getLong(1), kind, VectorTable.IN_USE).stream()
                .findFirst()
                .orElse(0L);
    }

    @Override
    public List<Scored> nearest(float[] vector, int max, Set<ManualId> onlyIn) {
        if (!onlyIn.isEmpty()) {
            return scan("manual = any(?)", vector, max, (Object)
                    onlyIn.stream().map(ManualId::value).toArray(UUID[]::new));
        }
        List<Scored> found = walk(vector, max);
        // The graph leads to rows that are deleted but not yet cleared away, too: they can leave too few.
        return found.size() < max ? scan("true", vector, max) : found;
    }

    @Override
    public List<Scored> cosines(float[] vector, Collection<Long> passages) {
        if (passages.isEmpty()) {
            return List.of();
        }
        return scan("passage = any(?)", vector, passages.size(), (Object) passages.toArray(Long[]::new));
    }

    /** By the graph where there is one; PostgreSQL compares all of them where there is none. */
    private List<Scored> walk(float[] vector, int max) {
        int far = Math.clamp(2L * max, LEAST_WALK, LONGEST_WALK);
        return sorted(jdbc.inTransaction(connection -> {
            Jdbc.query(
                    connection,
                    "select set_config('hnsw.ef_search', ?, true)",
                    row -> row.getString(1),
                    Integer.toString(far));
            return Jdbc.query(connection, WALK, PgvectorStore::scored, vector, kind, vector, max);
        }));
    }

    /** One by one, whether there is a graph or not. */
    private List<Scored> scan(String filter, float[] vector, int max, Object... filterValues) {
        Object[] parameters = new Object[filterValues.length + 3];
        parameters[0] = vector;
        System.arraycopy(filterValues, 0, parameters, 1, filterValues.length);
        parameters[filterValues.length + 1] = kind;
        parameters[filterValues.length + 2] = max;
        return sorted(jdbc.query(
                "with compared as materialized (select passage, -(vector <#> ?::vector) as cosine from passage_vector where "
                        + filter + " and" + OF_KIND
                        + ") select passage, cosine from compared order by cosine desc limit ?",
                PgvectorStore::scored,
                parameters));
    }

    private static Scored scored(ResultSet row) throws SQLException {
        return new Scored(row.getLong(1), row.getDouble(2));
    }

    private static List<Scored> sorted(List<Scored> found) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(Scored::passage))
                .toList();
    }

    @Override
    public Optional<Update> update() {
        return begin(false);
    }

    @Override
    public Optional<Update> rebuild() {
        return begin(true);
    }

    private Optional<Update> begin(boolean anew) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                Optional<PgvectorUpdate> begun = PgvectorUpdate.begin(connection, table, kind, anew);
                if (begun.isEmpty()) {
                    connection.close();
                }
                return begun.map(Update.class::cast);
            } catch (SQLException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new StorageException(failure);
        }
    }

    /** The connections are the data source's. */
    @Override
    public void close() {}
}
