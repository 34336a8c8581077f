package org.fieldwright.rag.fusion;

/**
 * A passage that at least one ranker proposed, with what each of them thinks of it.
 *
 * @param passage its id
 * @param manual a number that its manual's passages share
 * @param page the page it begins on
 * @param words its BM25 score, 0 or more
 * @param closeness the share of the question that stands close together in it, 0 to 1
 * @param cosine the cosine with the question, -1 to 1
 * @param codes the share of the question's codes that it holds, 0 to 1
 * @param preference how much its manual is about the preferred equipment, 0 to 1
 */
public record Candidate(
        long passage,
        int manual,
        int page,
        double words,
        double closeness,
        double cosine,
        double codes,
        double preference) {}
