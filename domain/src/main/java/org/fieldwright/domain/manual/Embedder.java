package org.fieldwright.domain.manual;

/** Turns text into vectors whose cosine tells how near two meanings are. The same text gives the same vector. */
public interface Embedder {
    /** Name and version of the model; vectors of different models are never compared. */
    String model();

    int dimensions();

    /** The vector of a piece of a manual; text beyond the model's window is cut. Refuses blank text. */
    float[] ofPassage(String text);

    /** The vector of a question. Refuses blank text. */
    float[] ofQuestion(String text);
}
