package org.fieldwright.rag.pgvector;

import static org.assertj.core.api.Assertions.assertThat;

import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.PgvectorServer;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.fieldwright.rag.store.VectorStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(PgvectorServer.class)
class VectorDatabaseTest {
    @Test
    void the_extension_is_created_where_the_server_has_it() {
        PGSimpleDataSource database = PgvectorServer.fresh();

        Pgvector found = new VectorDatabase(database).pgvector();

        String version = new Jdbc(database)
                .first("select extversion from pg_extension where extname = 'vector'", row -> row.getString(1))
                .orElseThrow();
        assertThat(found).isEqualTo(new Pgvector.Usable(version));
        assertThat(new VectorDatabase(database).pgvector()).isEqualTo(found);
    }

    @Test
    void a_server_without_it_is_said_to_have_none() {
        assertThat(new VectorDatabase(TestDatabase.fresh()).pgvector()).isEqualTo(new Pgvector.Missing());
    }

    @Test
    void who_may_not_create_it_is_told_what_an_administrator_has_to_do() {
        PGSimpleDataSource asCommonUser = PgvectorServer.asCommonUser(PgvectorServer.fresh());

        Pgvector found = new VectorDatabase(asCommonUser).pgvector();

        assertThat(found)
                .isInstanceOfSatisfying(
                        Pgvector.Unusable.class,
                        unusable -> assertThat(unusable.reason())
                                .contains("may not create it")
                                .contains("permission denied")
                                .endsWith("run: create extension vector;"));
    }

    @Test
    void a_common_user_uses_what_an_administrator_has_created() {
        PGSimpleDataSource database = PgvectorServer.fresh();
        PGSimpleDataSource asCommonUser = PgvectorServer.asCommonUser(database);
        new Jdbc(database).update("create extension vector");

        VectorDatabase vectors = new VectorDatabase(asCommonUser);

        assertThat(vectors.pgvector()).isInstanceOf(Pgvector.Usable.class);
        try (VectorStore store = vectors.open("test-model", 3)) {
            assertThat(store.revision()).isZero();
        }
    }

    @Test
    void an_extension_where_nobody_looks_is_said_to_be_there() {
        PGSimpleDataSource database = PgvectorServer.fresh();
        Jdbc jdbc = new Jdbc(database);
        jdbc.update("create schema elsewhere");
        jdbc.update("create extension vector schema elsewhere");

        Pgvector found = new VectorDatabase(database).pgvector();

        assertThat(found)
                .isInstanceOfSatisfying(
                        Pgvector.Unusable.class,
                        unusable -> assertThat(unusable.reason()).contains("search_path"));
    }

    @ParameterizedTest
    @CsvSource({"0.8.3, true", "0.8.0, true", "0.7.4, true", "0.8, true", "0.8.4, false", "0.8.10, false", "1.0, false"
    })
    void versions_that_can_damage_their_graphs_are_risky(String version, boolean risky) {
        assertThat(new Pgvector.Usable(version).isRisky()).isEqualTo(risky);
    }
}
