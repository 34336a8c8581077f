package org.fieldwright.rag.lucene;

import java.nio.file.Path;
import org.fieldwright.rag.store.VectorStore;
import org.fieldwright.rag.store.WordIndex;

/** Opens the indexes that Lucene holds. */
public final class LuceneIndexes {
    private LuceneIndexes() {}

    /** Words and codes, kept in a folder of their own. */
    public static WordIndex words(Path folder) {
        return new LuceneWordIndex(folder);
    }

    /**
     * Vectors, kept in a folder of their own.
     *
     * @param model whose vectors they are; those of another model count as lost
     */
    public static VectorStore vectors(Path folder, String model) {
        return new LuceneVectorStore(folder, model);
    }
}
