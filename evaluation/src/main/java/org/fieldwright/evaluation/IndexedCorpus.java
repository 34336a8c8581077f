package org.fieldwright.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.copilot.ManualSearch;
import org.fieldwright.domain.manual.EmbeddedPassage;
import org.fieldwright.domain.manual.Embedder;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.InMemoryManualLibrary;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.Manuals;
import org.fieldwright.domain.manual.PageSpan;
import org.fieldwright.domain.manual.Passage;
import org.fieldwright.domain.manual.PassageKind;
import org.fieldwright.evaluation.cache.CachedEmbedder;
import org.fieldwright.rag.embed.Embedders;
import org.fieldwright.rag.lucene.LuceneIndexes;
import org.fieldwright.rag.search.SearchEngine;
import org.fieldwright.rag.store.VectorStore;

/** Documents in the product's own indexes, each as a manual without a name that has one passage: its text under its title. */
final class IndexedCorpus implements AutoCloseable {
    /** Has no word in it, so that no question names it. */
    private static final String NAMELESS = "*";

    private final TemporaryFolder temporary = new TemporaryFolder();
    private final InMemoryManualLibrary library = new InMemoryManualLibrary();
    private final CachedEmbedder embedder;
    private final SearchEngine engine;
    private final Map<Long, String> documents = new HashMap<>();

    /**
     * Takes documents in.
     *
     * @param cache where to remember their vectors; empty to forget at the end
     * @param vectors opens the store for the vectors of a model; empty for Lucene's
     */
    IndexedCorpus(List<BeirSet.Text> corpus, Optional<Path> cache, Optional<Function<Embedder, VectorStore>> vectors) {
        try {
            embedder = new CachedEmbedder(Embedders.bgeSmall(), cache.orElse(temporary.resolve("cache")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        engine = SearchEngine.over(
                library,
                embedder,
                LuceneIndexes.words(temporary.resolve("words")),
                vectors.map(open -> open.apply(embedder))
                        .orElseGet(() -> LuceneIndexes.vectors(temporary.resolve("vectors"), embedder.model())));
        AllCores.each(corpus, this::vector);
        corpus.forEach(this::takeIn);
        engine.index().rebuild();
    }

    private void takeIn(BeirSet.Text document) {
        Manual waiting = Manuals.waiting(NAMELESS, Manuals.sha256(documents.size()));
        library.add(waiting);
        Manual manual = waiting.ready(NAMELESS, Equipment.UNKNOWN, "text/plain", 1, waiting.changedAt());
        EmbeddedPassage passage = new EmbeddedPassage(passage(manual, document), vector(document));
        library.switchEdition(manual, List.of(), List.of(passage), embedder.model())
                .forEach(kept -> documents.put(kept.id(), document.id()));
    }

    private static Passage passage(Manual manual, BeirSet.Text document) {
        return new Passage(
                0,
                manual.id(),
                manual.edition(),
                0,
                PassageKind.TEXT,
                List.of(document.title()),
                document.text(),
                List.of(new PageSpan(1, 0, document.text().length())));
    }

    private float[] vector(BeirSet.Text document) {
        String text = (document.title() + "\n" + document.text()).strip();
        return text.isBlank() ? new float[0] : embedder.ofPassage(text);
    }

    /** What each ranker found, by its name: the ids of documents, best first. */
    Map<String, List<String>> rankings(String question) {
        Map<String, List<String>> rankings = new LinkedHashMap<>();
        for (ManualSearch.Stage stage :
                engine.search().explain(ManualQuestion.of(question), 1).stages()) {
            rankings.put(
                    stage.name(),
                    stage.ranking().stream()
                            .map(ranked -> documents.get(ranked.passage()))
                            .toList());
        }
        return rankings;
    }

    @Override
    public void close() {
        engine.close();
        try {
            embedder.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            temporary.close();
        }
    }
}
