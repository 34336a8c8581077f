package org.fieldwright.rag.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.fieldwright.domain.manual.ManualId;

/** Passages by the direction of their vectors. All vectors have unit length. */
public interface VectorStore extends DerivedIndex {
    /**
     * The passages nearest to a vector, nearest first, with the cosine as score.
     *
     * @param max how many, at least 1
     * @param onlyIn only passages of these manuals, as many of them as if there were no others; empty means all
     */
    List<Scored> nearest(float[] vector, int max, Set<ManualId> onlyIn);

    /** The cosines of known passages, in no particular order; those it does not hold are left out. */
    List<Scored> cosines(float[] vector, Collection<Long> passages);
}
