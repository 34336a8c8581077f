package org.fieldwright.domain.copilot;

import java.util.List;

/** Finds the passages of the shop's manuals that bear on a question. */
public interface ManualSearch {
    /** The best passages, best first, at most {@code max}; empty when nothing bears on it. */
    List<Evidence> search(ManualQuestion question, int max);

    /** The same search with the reasons: which stage found what, at which rank, with which score. */
    Explanation explain(ManualQuestion question, int max);

    /**
     * How an answer was found.
     *
     * @param identifiers codes and numbers recognised in the question
     * @param stages one for each ranker that was asked, then the fusion
     */
    record Explanation(List<String> identifiers, List<Stage> stages, List<Evidence> found) {}

    /**
     * One ranker's list.
     *
     * @param name {@code exact}, {@code bm25}, {@code vector} or {@code fused}
     */
    record Stage(String name, List<Ranked> ranking, long nanos) {}

    /**
     * A passage at its place in a ranking.
     *
     * @param rank from 1
     */
    record Ranked(int rank, long passage, double score) {}
}
