package org.fieldwright.rag.embed;

import org.fieldwright.domain.manual.Embedder;

/** The embedder for programs without a container, such as the evaluation. */
public final class Embedders {
    private Embedders() {}

    /** bge-small-en-v1.5, in this process; loaded with its first text. */
    public static Embedder bgeSmall() {
        return new BgeEmbedder();
    }
}
