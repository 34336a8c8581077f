package org.fieldwright.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a ranking is worth, given what it should have found. Rankings name each thing once, best first. */
final class Rankings {
    private Rankings() {}

    /** 1 when one of the wanted is among the first {@code depth}, else 0. */
    static <T> double hit(List<T> ranking, Collection<T> wanted, int depth) {
        return ranking.stream().limit(depth).anyMatch(wanted::contains) ? 1 : 0;
    }

    /** The share of the wanted among the first {@code depth}. */
    static <T> double recall(List<T> ranking, Collection<T> wanted, int depth) {
        long found = ranking.stream().limit(depth).filter(wanted::contains).count();
        return (double) found / wanted.size();
    }

    /** One divided by the rank of the first wanted; 0 when none is among the first {@code depth}. */
    static <T> double reciprocalRank(List<T> ranking, Collection<T> wanted, int depth) {
        for (int i = 0; i < Math.min(depth, ranking.size()); i++) {
            if (wanted.contains(ranking.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /**
     * Normalised discounted cumulative gain with the grade as gain, as trec_eval computes it.
     *
     * @param grades of the wanted, above 0
     */
    static <T> double ndcg(List<T> ranking, Map<T, Integer> grades, int depth) {
        double gained = 0;
        for (int i = 0; i < Math.min(depth, ranking.size()); i++) {
            gained += discounted(grades.getOrDefault(ranking.get(i), 0), i);
        }
        List<Integer> ideal = grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(depth)
                .toList();
        double best = 0;
        for (int i = 0; i < ideal.size(); i++) {
            best += discounted(ideal.get(i), i);
        }
        return best == 0 ? 0 : gained / best;
    }

    private static double discounted(int gain, int index) {
        return gain * Math.log(2) / Math.log(index + 2.0);
    }
}
