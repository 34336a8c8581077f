package org.fieldwright.rag.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
import org.fieldwright.rag.lucene.LuceneIndexes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HybridManualSearchTest {
    private final InMemoryManualLibrary library = new InMemoryManualLibrary();
    private final Embedder embedder = new LetterEmbedder();

    @TempDir
    private Path folder;

    private SearchEngine engine;

    @BeforeEach
    void open() {
        engine = SearchEngine.over(
                library,
                embedder,
                LuceneIndexes.words(folder.resolve("words")),
                LuceneIndexes.vectors(folder.resolve("vectors"), embedder.model()));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void the_page_that_explains_a_code_comes_before_the_page_that_mentions_the_product_often() {
        taken("Boiler", Equipment.UNKNOWN, "Drain it.", "Fill it.", "Light it.", "Stop it.", "Clean it.", "Move it.");
        Manual furnace = taken(
                "Northwind NF-80",
                Equipment.UNKNOWN,
                "Northwind NF-80 furnace. The Northwind NF-80 is a furnace by Northwind.",
                "E-43\tFlame lost\tClean the flame sensor",
                "Clean the filter every month.");

        List<Evidence> found = search("Northwind NF-80 shows E43, flame lost?");

        assertThat(found.getFirst().manual().id()).isEqualTo(furnace.id());
        assertThat(found.getFirst().passage().page()).isEqualTo(2);
        assertThat(found.getFirst().scores().exact()).isPositive();
    }

    @Test
    void a_product_named_in_the_title_alone_finds_its_manual() {
        taken("Southwind SB-20 boiler", Equipment.UNKNOWN, "Bleed the radiators once a year.");
        Manual furnace = taken("Northwind NF-80 furnace", Equipment.UNKNOWN, "Bleed the radiators once a year.");

        List<Evidence> found = search("NF 80: when to bleed the radiators?");

        assertThat(found.getFirst().manual().id()).isEqualTo(furnace.id());
    }

    @Test
    void the_chosen_equipment_is_preferred_and_the_others_stay() {
        taken("Boiler", new Equipment("Southwind", "SB-20"), "Replace the anode rod.");
        Manual preferred = taken("Heater", new Equipment("Northwind", "NF-80"), "Replace the anode rod.");

        List<Evidence> found = engine.search()
                .search(
                        new ManualQuestion(
                                "How to replace the anode rod?", new Equipment("Northwind", "NF-80"), Set.of()),
                        5);

        assertThat(found).hasSize(2);
        assertThat(found.getFirst().manual().id()).isEqualTo(preferred.id());
    }

    @Test
    void a_search_in_some_manuals_returns_nothing_from_the_others() {
        taken("Boiler", Equipment.UNKNOWN, "Replace the anode rod.");
        Manual only = taken("Heater", Equipment.UNKNOWN, "Replace the filter.");

        List<Evidence> found = engine.search()
                .search(new ManualQuestion("replace the anode rod", Equipment.UNKNOWN, Set.of(only.id())), 5);

        assertThat(found).extracting(evidence -> evidence.manual().id()).containsOnly(only.id());
    }

    @Test
    void explaining_a_search_finds_what_the_search_finds() {
        taken("Boiler", Equipment.UNKNOWN, "Fault F 06: no flame.", "Fault F 07: no water.", "Replace the filter.");
        ManualQuestion question = ManualQuestion.of("fault F06");

        ManualSearch.Explanation explained = engine.search().explain(question, 3);

        assertThat(explained.found()).isEqualTo(engine.search().search(question, 3));
        assertThat(explained.identifiers()).contains("F06");
        assertThat(explained.stages())
                .extracting(ManualSearch.Stage::name)
                .containsExactly("exact", "bm25", "vector", "fused");
    }

    @Test
    void a_deleted_manual_is_found_no_more_even_before_the_index_hears_of_it() {
        Manual gone = taken("Boiler", Equipment.UNKNOWN, "Replace the anode rod.");

        library.remove(gone.id());

        assertThat(search("replace the anode rod")).isEmpty();
    }

    @Test
    void words_that_a_passage_lacks_lower_its_coverage() {
        taken("Boiler", Equipment.UNKNOWN, "Replace the anode rod.", "Clean the filter.");

        Evidence whole = search("replace anode rod").getFirst();
        Evidence half = search("replace anode E27").getFirst();

        assertThat(whole.scores().coverage()).isEqualTo(1);
        assertThat(half.scores().coverage()).isBetween(0.1, 0.9);
    }

    @Test
    void a_question_without_a_word_finds_nothing() {
        taken("Boiler", Equipment.UNKNOWN, "Replace the anode rod.");

        assertThat(search("?!")).isEmpty();
    }

    @Test
    void a_very_long_question_is_searched_like_any_other() {
        taken("Boiler", Equipment.UNKNOWN, "Replace the anode rod.");

        assertThat(search("anode <b>rod</b> ".repeat(600))).hasSize(1);
    }

    private List<Evidence> search(String question) {
        return engine.search().search(ManualQuestion.of(question), 5);
    }

    private Manual taken(String title, Equipment equipment, String... pageTexts) {
        Manual manual = Manuals.waiting(title, Manuals.sha256((int) library.revision() + 1));
        library.add(manual);
        List<PageText> pages = IntStream.range(0, pageTexts.length)
                .mapToObj(i -> Manuals.page(i + 1, pageTexts[i]))
                .toList();
        Manual read = Manuals.read(manual, equipment, pages.size());
        List<EmbeddedPassage> passages = pages.stream()
                .map(page -> new EmbeddedPassage(
                        Manuals.passage(read, page.number() - 1, page), embedder.ofPassage(page.text())))
                .toList();
        library.switchEdition(read, pages, passages, embedder.model());
        engine.index().catchUp();
        return read;
    }
}
