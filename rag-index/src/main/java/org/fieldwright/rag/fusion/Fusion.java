package org.fieldwright.rag.fusion;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldwright.rag.store.Scored;

/**
 * Orders passages by the mean of what words and vectors say of them, both brought to 0..1, with additions for codes that
 * match literally and for the preferred equipment. An addition lifts a passage among its like; it cannot carry one that
 * nothing else speaks for past one that all agree on.
 *
 * @see <a href="https://arxiv.org/abs/2210.11934">Bruch, Gai, Ingber: An Analysis of Fusion Functions for Hybrid Retrieval,
 *     2023</a>: the convex combination of normalised scores beats ranks alone
 */
public final class Fusion {
    private static final Comparator<Scored> BEST_FIRST =
            Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(Scored::passage);

    private Fusion() {}

    /**
     * The candidates by their fused score, best first.
     *
     * @param candidates each passage once
     * @param floor the cosine that says nothing: what the last of the nearest passages still has
     * @return scores from 0 to 1
     */
    public static List<Scored> fuse(List<Candidate> candidates, double floor, Weights weights) {
        double mostWords =
                candidates.stream().mapToDouble(Candidate::words).max().orElse(0);
        double nearest =
                candidates.stream().mapToDouble(Candidate::cosine).max().orElse(0);
        double most = 1 + weights.codes() + weights.preference() + weights.support();
        Map<Long, Double> own = new HashMap<>();
        for (Candidate candidate : candidates) {
            double words = mix(share(candidate.words(), 0, mostWords), candidate.closeness(), weights.closeness());
            double vectors = share(candidate.cosine(), floor, nearest);
            double score = mix(words, vectors, weights.vectors())
                    + weights.codes() * candidate.codes()
                    + weights.preference() * candidate.preference();
            own.put(candidate.passage(), score);
        }
        Map<Place, double[]> bestTwo = bestTwoOfEachPage(candidates, own);
        return candidates.stream()
                .map(candidate -> {
                    double score = own.get(candidate.passage());
                    double[] two = bestTwo.get(Place.of(candidate));
                    double neighbour = score == two[0] ? two[1] : 0;
                    return new Scored(candidate.passage(), (score + weights.support() * Math.min(1, neighbour)) / most);
                })
                .sorted(BEST_FIRST)
                .toList();
    }

    private record Place(int manual, int page) {
        static Place of(Candidate candidate) {
            return new Place(candidate.manual(), candidate.page());
        }
    }

    private static Map<Place, double[]> bestTwoOfEachPage(List<Candidate> candidates, Map<Long, Double> own) {
        Map<Place, double[]> bestTwo = new HashMap<>();
        for (Candidate candidate : candidates) {
            double score = own.get(candidate.passage());
            double[] two = bestTwo.computeIfAbsent(Place.of(candidate), place -> new double[2]);
            if (score > two[0]) {
                two[1] = two[0];
                two[0] = score;
            } else if (score > two[1]) {
                two[1] = score;
            }
        }
        return bestTwo;
    }

    private static double mix(double one, double other, double shareOfOther) {
        return (1 - shareOfOther) * one + shareOfOther * other;
    }

    /** Where a value lies between the least and the most, cut to 0..1; 0 when there is nothing between them. */
    private static double share(double value, double least, double most) {
        return most <= least ? 0 : Math.clamp((value - least) / (most - least), 0, 1);
    }
}
