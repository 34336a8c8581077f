package org.fieldwright.rag.embed;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.fieldwright.domain.manual.Embedder;

/**
 * bge-small-en-v1.5 in this process. The weights are loaded once, by {@link #warm()} or by the first text, whichever
 * comes first.
 *
 * @see <a href="https://arxiv.org/abs/2309.07597">Xiao et al., C-Pack, 2023</a>
 */
@ApplicationScoped
class BgeEmbedder implements Embedder {
    /** The model was trained to find passages for questions that begin like this. */
    private static final String QUESTION_PREFIX = "Represent this sentence for searching relevant passages: ";

    private BgeSmallModel model;

    @Override
    public String model() {
        return "bge-small-en-v1.5-q";
    }

    @Override
    public int dimensions() {
        return BgeSmallModel.DIMENSIONS;
    }

    @Override
    public float[] ofPassage(String text) {
        return loaded().embed(notBlank(text));
    }

    @Override
    public float[] ofQuestion(String text) {
        return loaded().embed(QUESTION_PREFIX + notBlank(text));
    }

    /** Loads the weights if they are not there yet, and runs them once. */
    void warm() {
        ofQuestion("ready?");
    }

    private synchronized BgeSmallModel loaded() {
        if (model == null) {
            model = BgeSmallModel.load();
        }
        return model;
    }

    @PreDestroy
    synchronized void unload() {
        if (model != null) {
            model.close();
            model = null;
        }
    }

    private static String notBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("blank text has no meaning to embed");
        }
        return text;
    }
}
