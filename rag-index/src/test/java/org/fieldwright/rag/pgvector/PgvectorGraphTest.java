package org.fieldwright.rag.pgvector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.PgvectorServer;
import org.fieldwright.rag.store.VectorStore;
import org.fieldwright.rag.store.VectorStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** The same when there are too many vectors to compare one by one. */
@ExtendWith(PgvectorServer.class)
class PgvectorGraphTest extends VectorStoreContract {
    private static final int EXACT_BELOW = 10;

    private final PGSimpleDataSource database = PgvectorServer.fresh();

    @Override
    protected VectorStore open(String model) {
        new VectorDatabase(database).pgvector();
        return new PgvectorStore(database, model, DIMENSIONS, EXACT_BELOW);
    }

    @Override
    protected double leastRecall() {
        return 0.95;
    }

    @Test
    void there_is_a_graph_as_soon_as_there_are_enough_vectors_and_not_before() {
        put(1, manual("Furnace"), many(1, EXACT_BELOW));
        assertThat(graphs()).isZero();

        put(2, manual("Pump"), many(101, 120));
        put(3, manual("Boiler"), many(201, 220));

        assertThat(graphs()).isEqualTo(1);
    }

    @Test
    void the_graph_is_walked_and_not_only_there() {
        put(1, manual("Furnace"), many(1, 5_000));

        List<String> plan = new Jdbc(database)
                .query(
                        "explain " + PgvectorStore.WALK,
                        row -> row.getString(1),
                        vector(),
                        "1 " + DIMENSIONS + " " + MODEL,
                        vector(),
                        50);

        assertThat(plan).anyMatch(line -> line.contains("Index Scan using passage_vector"));
    }

    private int graphs() {
        return new Jdbc(database)
                .query(
                        "select 1 from pg_indexes where tablename = 'passage_vector' and indexdef like '%hnsw%'",
                        row -> 1)
                .size();
    }
}
