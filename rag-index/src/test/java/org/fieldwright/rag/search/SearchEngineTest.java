package org.fieldwright.rag.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.copilot.ManualSearch;
import org.fieldwright.domain.manual.EmbeddedPassage;
import org.fieldwright.domain.manual.Embedder;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.InMemoryManualLibrary;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.Manuals;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.PassageIndex;
import org.fieldwright.rag.lucene.LuceneIndexes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchEngineTest {
    @TempDir
    private Path folder;

    private final InMemoryManualLibrary library = new InMemoryManualLibrary();
    private final Embedder letters = new LetterEmbedder();
    private SearchEngine engine;

    @BeforeEach
    void open() {
        engine = SearchEngine.over(
                library,
                letters,
                LuceneIndexes.words(folder.resolve("words")),
                LuceneIndexes.vectors(folder.resolve("vectors"), letters.model()));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void a_code_leads_to_the_page_that_holds_it() {
        added(
                "Furnace",
                1,
                "General notes on installation",
                "E21 flame lost after ignition",
                "E22 pressure switch open");
        added("Pump", 2, "E33 dry run protection");
        engine.index().catchUp();

        Evidence best = search("what does fault E22 mean?").getFirst();

        assertThat(best.manual().title()).isEqualTo("Furnace");
        assertThat(best.passage().page()).isEqualTo(3);
        assertThat(best.scores().exact()).isEqualTo(1);
    }

    @Test
    void manuals_that_come_one_after_the_other_are_all_found() {
        added("Furnace", 1, "E21 flame lost");
        engine.index().catchUp();
        added("Pump", 2, "E33 dry run");
        engine.index().catchUp();

        assertThat(search("E21").getFirst().manual().title()).isEqualTo("Furnace");
        assertThat(search("E33").getFirst().manual().title()).isEqualTo("Pump");
    }

    @Test
    void building_anew_is_remembered_and_following_is_not() {
        Instant before = Clock.systemUTC().instant();
        PassageIndex.Rebuild never = engine.index().lastRebuild();
        added("Furnace", 1, "E21 flame lost");
        engine.index().catchUp();
        PassageIndex.Rebuild first = engine.index().lastRebuild();
        added("Pump", 2, "E33 dry run");
        engine.index().catchUp();

        assertThat(never).isEqualTo(new PassageIndex.Rebuild(false, Optional.empty()));
        assertThat(first.underWay()).isFalse();
        assertThat(first.done().orElseThrow()).isAfterOrEqualTo(before);
        assertThat(engine.index().lastRebuild()).isEqualTo(first);
    }

    @Test
    void nothing_of_a_deleted_manual_is_found() {
        Manual furnace = added("Furnace", 1, "E21 flame lost");
        engine.index().catchUp();

        library.remove(furnace.id());
        engine.index().catchUp();

        assertThat(search("E21 flame lost")).isEmpty();
    }

    @Test
    void only_the_manuals_asked_for_are_searched() {
        added("Furnace", 1, "E21 flame lost");
        Manual pump = added("Pump", 2, "E21 motor blocked");
        engine.index().catchUp();

        List<Evidence> found =
                engine.search().search(new ManualQuestion("E21", Equipment.UNKNOWN, Set.of(pump.id())), 5);

        assertThat(found).extracting(evidence -> evidence.manual().title()).containsOnly("Pump");
    }

    @Test
    void an_index_opened_again_answers_without_being_built_again() {
        added("Furnace", 1, "E21 flame lost");
        engine.index().catchUp();
        engine.close();

        open();

        assertThat(engine.index().revision()).isEqualTo(library.revision());
        assertThat(search("E21")).hasSize(1);
    }

    @Test
    void an_index_built_anew_finds_the_same() {
        added("Furnace", 1, "E21 flame lost", "E22 pressure switch open");
        engine.index().catchUp();
        List<Evidence> before = search("E22 pressure switch");

        engine.index().rebuild();

        assertThat(search("E22 pressure switch")).isEqualTo(before);
    }

    @Test
    void explaining_finds_what_searching_finds() {
        added("Furnace", 1, "E21 flame lost", "E22 pressure switch open");
        engine.index().catchUp();
        ManualQuestion question = ManualQuestion.of("E22 pressure switch");

        ManualSearch.Explanation explanation = engine.search().explain(question, 5);

        assertThat(explanation.found()).isEqualTo(engine.search().search(question, 5));
        assertThat(explanation.identifiers()).containsExactly("E22");
        assertThat(explanation.stages())
                .extracting(ManualSearch.Stage::name)
                .containsExactly("exact", "bm25", "vector", "fused");
    }

    private List<Evidence> search(String question) {
        return engine.search().search(ManualQuestion.of(question), 5);
    }

    private Manual added(String title, int number, String... pageTexts) {
        Manual waiting = Manuals.waiting(title, Manuals.sha256(number));
        library.add(waiting);
        Manual ready = Manuals.read(waiting, new Equipment("Northwind", title), pageTexts.length);
        List<PageText> pages = IntStream.rangeClosed(1, pageTexts.length)
                .mapToObj(page -> Manuals.page(page, pageTexts[page - 1]))
                .toList();
        List<EmbeddedPassage> passages = pages.stream()
                .map(page -> new EmbeddedPassage(
                        Manuals.passage(ready, page.number() - 1, page), letters.ofPassage(page.text())))
                .toList();
        library.switchEdition(ready, pages, passages, letters.model());
        return ready;
    }

    /** How often each letter occurs, at unit length: enough of a meaning for a test. */
    private static final class LetterEmbedder implements Embedder {
        @Override
        public String model() {
            return "letters";
        }

        @Override
        public int dimensions() {
            return 26;
        }

        @Override
        public float[] ofPassage(String text) {
            float[] counts = new float[26];
            text.toLowerCase(java.util.Locale.ROOT)
                    .chars()
                    .filter(c -> c >= 'a' && c <= 'z')
                    .forEach(c -> counts[c - 'a']++);
            double length = 0;
            for (float count : counts) {
                length += count * count;
            }
            for (int i = 0; i < counts.length; i++) {
                counts[i] = (float) (counts[i] / Math.max(Math.sqrt(length), 1e-9));
            }
            return counts;
        }

        @Override
        public float[] ofQuestion(String text) {
            return ofPassage(text);
        }
    }
}
