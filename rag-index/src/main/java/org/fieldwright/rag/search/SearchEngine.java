package org.fieldwright.rag.search;

import java.time.Clock;
import java.util.List;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.copilot.ManualSearch;
import org.fieldwright.domain.manual.Embedder;
import org.fieldwright.domain.manual.ManualLibrary;
import org.fieldwright.domain.manual.PassageIndex;
import org.fieldwright.rag.fusion.Proposed;
import org.fieldwright.rag.fusion.Weights;
import org.fieldwright.rag.store.VectorStore;
import org.fieldwright.rag.store.WordIndex;

/** The search put together, for programs without a container, such as the evaluation. */
public final class SearchEngine implements AutoCloseable {
    private final WordIndex words;
    private final VectorStore vectors;
    private final PassageIndex index;
    private final HybridManualSearch search;

    private SearchEngine(
            ManualLibrary library,
            Embedder embedder,
            WordIndex words,
            VectorStore vectors,
            Weights weights,
            Clock clock) {
        this.words = words;
        this.vectors = vectors;
        FollowingIndex following = new FollowingIndex(library, List.of(words, vectors), clock);
        this.index = following;
        this.search = new HybridManualSearch(library, following, words, vectors, embedder, weights);
    }

    /** Searches a library through two indexes, which belong to the engine from now on. */
    public static SearchEngine over(ManualLibrary library, Embedder embedder, WordIndex words, VectorStore vectors) {
        return over(library, embedder, words, vectors, Clock.systemUTC());
    }

    /** The same inside the server, which has a clock of its own. */
    static SearchEngine over(
            ManualLibrary library, Embedder embedder, WordIndex words, VectorStore vectors, Clock clock) {
        return new SearchEngine(library, embedder, words, vectors, Weights.MEASURED, clock);
    }

    public ManualSearch search() {
        return search;
    }

    /** What would be weighed for a question, for measuring what other weights would make of it. */
    public Proposed propose(ManualQuestion question) {
        return search.propose(question);
    }

    public PassageIndex index() {
        return index;
    }

    @Override
    public void close() {
        words.close();
        vectors.close();
    }
}
