package org.fieldwright.rag.fusion;

/**
 * How much each opinion counts.
 *
 * @param vectors the share of the vectors in the mean of words and vectors, 0 to 1
 * @param closeness the share of closeness in the opinion of the words, 0 to 1
 * @param codes what all the question's codes together add
 * @param preference what the preferred equipment adds
 * @param support the share that the second-best passage of a page lends the best one
 */
public record Weights(double vectors, double closeness, double codes, double preference, double support) {
    /** As measured best on development questions; see docs/measurements.md. */
    public static final Weights MEASURED = new Weights(0.3, 0.2, 0.1, 0.3, 0.1);

    public Weights {
        requireShare(vectors);
        requireShare(closeness);
        requireShare(codes);
        requireShare(preference);
        requireShare(support);
    }

    private static void requireShare(double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("a weight lies between 0 and 1, not " + weight);
        }
    }
}
