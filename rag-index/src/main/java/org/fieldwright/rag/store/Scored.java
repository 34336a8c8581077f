package org.fieldwright.rag.store;

/**
 * A passage with what one ranker thinks of it.
 *
 * @param passage its id
 * @param score higher is better; comparable only within one question and one ranker
 */
public record Scored(long passage, double score) {}
