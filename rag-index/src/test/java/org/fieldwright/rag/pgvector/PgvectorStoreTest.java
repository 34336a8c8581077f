package org.fieldwright.rag.pgvector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.PgvectorServer;
import org.fieldwright.rag.store.DerivedIndex;
import org.fieldwright.rag.store.VectorStore;
import org.fieldwright.rag.store.VectorStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(PgvectorServer.class)
class PgvectorStoreTest extends VectorStoreContract {
    private final PGSimpleDataSource database = withExtension();

    private static PGSimpleDataSource withExtension() {
        PGSimpleDataSource database = PgvectorServer.fresh();
        assertThat(new VectorDatabase(database).pgvector()).isInstanceOf(Pgvector.Usable.class);
        return database;
    }

    @Override
    protected VectorStore open(String model) {
        return new PgvectorStore(database, model, DIMENSIONS);
    }

    @Override
    protected double leastRecall() {
        return 1;
    }

    @Test
    void what_one_node_commits_the_others_find_at_once() {
        try (VectorStore other = open(MODEL)) {
            put(1, manual("Furnace"), passage(1, direction(1, 0)));
            assertThat(other.revision()).isEqualTo(1);

            try (DerivedIndex.Update rebuild = other.rebuild().orElseThrow()) {
                rebuild.put(manual("Pump"), List.of(passage(2, direction(1, 0))));
                rebuild.commit(2);
            }

            assertThat(store().revision()).isEqualTo(2);
            assertThat(ids(store().nearest(direction(1, 0), 5, Set.of()))).containsExactly(2L);
        }
    }

    @Test
    void a_node_that_comes_in_between_two_commits_of_another_harms_nothing() {
        try (VectorStore other = open(MODEL);
                DerivedIndex.Update update = store().update().orElseThrow()) {
            update.put(manual("Furnace"), List.of(passage(1, direction(1, 0))));
            update.commit(1);
            try (DerivedIndex.Update between = other.update().orElseThrow()) {
                between.put(manual("Pump"), List.of(passage(2, direction(1, 0))));
                between.commit(2);
            }

            update.put(manual("Boiler"), List.of(passage(3, direction(1, 0))));
            update.commit(2);
        }

        assertThat(ids(store().nearest(direction(1, 0), 5, Set.of()))).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void a_store_whose_table_was_dropped_counts_as_lost_and_is_made_again() {
        put(1, manual("Furnace"), passage(1, direction(1, 0)));
        new Jdbc(database).update("drop table passage_vector");

        assertThat(store().revision()).isZero();
        put(2, manual("Pump"), passage(2, direction(1, 0)));

        assertThat(store().revision()).isEqualTo(2);
        assertThat(ids(store().nearest(direction(1, 0), 5, Set.of()))).containsExactly(2L);
    }
}
