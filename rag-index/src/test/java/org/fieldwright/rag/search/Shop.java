package org.fieldwright.rag.search;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.manual.EmbeddedPassage;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.InMemoryManualLibrary;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.Manuals;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.rag.lucene.LuceneIndexes;

/** A library with manuals in it, an index in a folder, and questions to it. */
final class Shop implements AutoCloseable {
    private final InMemoryManualLibrary library;
    private final CountingEmbedder embedder;
    private final SearchEngine engine;

    private Shop(InMemoryManualLibrary library, CountingEmbedder embedder, Path index) {
        this.library = library;
        this.embedder = embedder;
        this.engine = SearchEngine.over(
                library,
                embedder,
                LuceneIndexes.words(index.resolve("words")),
                LuceneIndexes.vectors(index.resolve("vectors"), embedder.model()));
    }

    static Shop opened(Path index) {
        return new Shop(new InMemoryManualLibrary(), new CountingEmbedder(), index);
    }

    /** The same library after a restart, with what lies in a folder as its index. */
    Shop again(Path index) {
        return new Shop(library, embedder, index);
    }

    SearchEngine engine() {
        return engine;
    }

    long revision() {
        return library.revision();
    }

    int embedded() {
        return embedder.passages();
    }

    List<Evidence> ask(String question) {
        return engine.search().search(ManualQuestion.of(question), 5);
    }

    Manual takeIn(String title, String... pages) {
        Manual manual = Manuals.waiting(title, Manuals.sha256((int) library.revision() + 1));
        library.add(manual);
        return readAgain(manual.id(), pages);
    }

    /** Switches to an edition with other words; the index does not know yet. */
    Manual readAgain(ManualId id, String... pageTexts) {
        Manual read = Manuals.read(library.find(id).orElseThrow(), Equipment.UNKNOWN, pageTexts.length);
        List<PageText> pages = IntStream.range(0, pageTexts.length)
                .mapToObj(i -> Manuals.page(i + 1, pageTexts[i]))
                .toList();
        List<EmbeddedPassage> passages = pages.stream()
                .map(page -> new EmbeddedPassage(
                        Manuals.passage(read, page.number() - 1, page), embedder.ofPassage(page.text())))
                .toList();
        library.switchEdition(read, pages, passages, embedder.model());
        return read;
    }

    void remove(ManualId manual) {
        library.remove(manual);
    }

    @Override
    public void close() {
        engine.close();
    }
}
