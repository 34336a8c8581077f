package org.fieldwright.domain.manual;

/**
 * A passage with its vector.
 *
 * @param vector of unit length, as many numbers as {@link Embedder#dimensions()}; empty array when the passage has no text
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention: vectors are large and travel far
public record EmbeddedPassage(Passage passage, float[] vector) {}
