package org.fieldwright.domain.copilot;

/**
 * Why a passage was found.
 *
 * @param exact how many identifiers of the question (fault codes, part and model numbers) it literally contains
 * @param bm25 its BM25 score, 0 when the words did not find it
 * @param vector the cosine with the question, 0 when the vectors did not find it
 * @param fused what it was ranked by, 0 to 1 and comparable only within one question
 * @param coverage the share of the question's telling words (by weight) that it, its headings or its manual's title contain,
 *     0 to 1
 */
public record Scores(int exact, double bm25, double vector, double fused, double coverage) {}
