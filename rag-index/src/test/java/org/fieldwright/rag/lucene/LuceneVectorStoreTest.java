package org.fieldwright.rag.lucene;

import java.nio.file.Path;
import org.fieldwright.rag.store.VectorStore;
import org.fieldwright.rag.store.VectorStoreContract;
import org.junit.jupiter.api.io.TempDir;

class LuceneVectorStoreTest extends VectorStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected VectorStore open(String model) {
        return new LuceneVectorStore(folder, model);
    }

    @Override
    protected double leastRecall() {
        return 1;
    }
}
