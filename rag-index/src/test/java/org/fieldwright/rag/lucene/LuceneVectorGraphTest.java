package org.fieldwright.rag.lucene;

import java.nio.file.Path;
import org.fieldwright.rag.store.VectorStore;
import org.fieldwright.rag.store.VectorStoreContract;
import org.junit.jupiter.api.io.TempDir;

/** The same when there are too many vectors to compare one by one. */
class LuceneVectorGraphTest extends VectorStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected VectorStore open(String model) {
        return new LuceneVectorStore(folder, model, 0);
    }

    @Override
    protected double leastRecall() {
        return 0.95;
    }
}
