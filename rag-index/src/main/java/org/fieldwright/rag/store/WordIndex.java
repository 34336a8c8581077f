package org.fieldwright.rag.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.ManualId;

/** Passages by the words and codes they hold. */
public interface WordIndex extends DerivedIndex {
    /** Reads a question as words and codes, weighted by how rare they are in the library. */
    Asked read(String question);

    /** The passages that hold the question's words best (BM25), best first. */
    List<Scored> byWords(Asked asked, int max, Set<ManualId> onlyIn);

    /** The passages that hold most of the question's codes, best first; empty when it holds none. */
    List<Scored> byCodes(Asked asked, int max, Set<ManualId> onlyIn);

    /** What can be said of known passages in the light of a question; those it does not hold are left out. */
    List<Look> look(Asked asked, Equipment preferred, Collection<Long> passages);

    /**
     * A closer look at one passage.
     *
     * @param passage its id
     * @param manual the manual it belongs to, as a number that is the same for its passages within this look
     * @param page the page it begins on
     * @param words its BM25 score, 0 when it holds none of the question's words
     * @param codes how many of the question's codes it holds
     * @param codeShare the weight of the codes it holds among all codes of the question, 0 to 1
     * @param closeness the weight of the question's words that stand close together in it among all its words, 0 to 1; words
     *     that its manual is about count as present
     * @param coverage the weight of the question's words that it, its headings or its manual's name hold, 0 to 1
     * @param preference how much of the preferred equipment its manual is about, 0 to 1
     */
    record Look(
            long passage,
            int manual,
            int page,
            double words,
            int codes,
            double codeShare,
            double closeness,
            double coverage,
            double preference) {}
}
