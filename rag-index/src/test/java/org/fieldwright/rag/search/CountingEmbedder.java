package org.fieldwright.rag.search;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the passages it was given. */
final class CountingEmbedder extends LetterEmbedder {
    private final AtomicInteger passages = new AtomicInteger();

    int passages() {
        return passages.get();
    }

    @Override
    public float[] ofPassage(String text) {
        passages.incrementAndGet();
        return super.ofPassage(text);
    }

    @Override
    public float[] ofQuestion(String text) {
        return super.ofPassage(text);
    }
}
