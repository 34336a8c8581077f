package org.fieldwright.rag.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.fieldwright.domain.shared.jdbc.PgvectorServer;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.fieldwright.rag.pgvector.Pgvector;
import org.fieldwright.rag.pgvector.VectorDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PgvectorServer.class)
class ChosenVectorsTest {
    @TempDir
    private Path folder;

    @Test
    void a_database_with_pgvector_searches_the_vectors_and_an_old_one_is_warned_about() {
        DataSource database = PgvectorServer.fresh();

        ChosenVectors chosen = open(database, VectorPlace.AUTO);

        Pgvector.Usable usable = (Pgvector.Usable) new VectorDatabase(database).pgvector();
        assertThat(chosen.name()).isEqualTo("pgvector");
        assertThat(chosen.pgvector()).contains(usable.version());
        assertThat(chosen.warning().isPresent()).isEqualTo(usable.isRisky());
        assertThat(chosen.warning().orElse("0.8.4 or newer")).contains("0.8.4 or newer");
    }

    @Test
    void a_database_without_it_leaves_them_to_lucene() {
        ChosenVectors chosen = open(TestDatabase.fresh(), VectorPlace.AUTO);

        assertThat(chosen.name()).isEqualTo("lucene");
        assertThat(chosen.pgvector()).isEmpty();
        assertThat(chosen.warning()).isEmpty();
        assertThat(folder.resolve("vectors")).isDirectory();
    }

    @Test
    void a_database_where_it_may_not_be_created_leaves_them_to_lucene_and_says_why() {
        ChosenVectors chosen = open(PgvectorServer.asCommonUser(PgvectorServer.fresh()), VectorPlace.AUTO);

        assertThat(chosen.name()).isEqualTo("lucene");
        assertThat(chosen.warning().orElseThrow())
                .contains("create extension vector;")
                .endsWith("Until the next start vectors are searched by Lucene.");
    }

    @Test
    void who_wants_lucene_gets_it_wherever() {
        DataSource database = PgvectorServer.fresh();

        ChosenVectors chosen = open(database, VectorPlace.LUCENE);

        assertThat(chosen.name()).isEqualTo("lucene");
    }

    @Test
    void who_insists_on_pgvector_is_refused_where_there_is_none() {
        DataSource without = TestDatabase.fresh();
        DataSource refusing = PgvectorServer.asCommonUser(PgvectorServer.fresh());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> open(without, VectorPlace.PGVECTOR))
                .withMessage(
                        "fieldwright.search.vectors is pgvector. This PostgreSQL does not have the extension pgvector.");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> open(refusing, VectorPlace.PGVECTOR))
                .withMessageContaining("may not create it");
    }

    private ChosenVectors open(DataSource database, VectorPlace place) {
        ChosenVectors chosen = ChosenVectors.open(
                new SearchSettings(folder, Duration.ofSeconds(5), place),
                new VectorDatabase(database),
                new LetterEmbedder());
        chosen.store().close();
        return chosen;
    }
}
