package org.fieldwright.rag.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.fieldwright.domain.health.Condition;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.manual.ManualLibrary;
import org.fieldwright.rag.lucene.LuceneIndexes;
import org.fieldwright.rag.search.SearchCheckup.Seen;
import org.fieldwright.rag.store.VectorStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCheckupTest {
    private static final ManualLibrary.Holdings HELD = new ManualLibrary.Holdings(2, 0, 40, 300);

    @TempDir
    private Path folder;

    private VectorStore store;

    @BeforeEach
    void open() {
        store = LuceneIndexes.vectors(folder, "letters");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_index_that_holds_all_is_good() {
        Finding found = judged(true, 7, 7, false);

        assertThat(found.condition()).isEqualTo(Condition.GOOD);
        assertThat(found.sentence()).isEqualTo("Questions find everything that has been read.");
    }

    @Test
    void an_empty_library_is_good() {
        assertThat(judged(true, 0, 0, false).condition()).isEqualTo(Condition.GOOD);
    }

    @Test
    void without_the_embedding_model_it_is_bad() {
        assertThat(judged(false, 7, 7, false).condition()).isEqualTo(Condition.BAD);
    }

    @Test
    void an_empty_index_of_a_library_that_is_not_is_bad() {
        Finding found = judged(true, 7, 0, true);

        assertThat(found.condition()).isEqualTo(Condition.BAD);
        assertThat(found.advice()).contains("being built");
    }

    @Test
    void an_index_that_is_behind_is_a_warning() {
        assertThat(judged(true, 8, 7, false).condition()).isEqualTo(Condition.WARN);
    }

    @Test
    void an_index_that_is_built_anew_beside_the_one_in_use_is_good() {
        Finding found = judged(true, 7, 7, true);

        assertThat(found.condition()).isEqualTo(Condition.GOOD);
        assertThat(found.sentence()).startsWith("Being built anew");
    }

    @Test
    void what_the_choice_of_vectors_warns_of_is_told_word_for_word() {
        Finding found = new Seen(true, 7, 7, HELD, false)
                .judged(new ChosenVectors(
                        store, "pgvector", Optional.of("0.8.0"), Optional.of("Update the server to 0.8.4 or newer.")));

        assertThat(found.condition()).isEqualTo(Condition.WARN);
        assertThat(found.advice()).isEqualTo("Update the server to 0.8.4 or newer.");
    }

    private Finding judged(boolean warm, long revision, long indexed, boolean rebuilding) {
        return new Seen(warm, revision, indexed, HELD, rebuilding)
                .judged(new ChosenVectors(store, "lucene", Optional.empty(), Optional.empty()));
    }
}
