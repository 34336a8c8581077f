package org.fieldwright.rag.fusion;

import java.util.List;
import org.fieldwright.rag.store.Scored;

/**
 * All that the rankers propose for a question, before it is weighed.
 *
 * @param floor the cosine that says nothing: what the last of the nearest passages still has
 */
public record Proposed(List<Candidate> candidates, double floor) {
    public Proposed {
        candidates = List.copyOf(candidates);
    }

    /** The candidates by their fused score, best first. */
    public List<Scored> weighed(Weights weights) {
        return Fusion.fuse(candidates, floor, weights);
    }
}
