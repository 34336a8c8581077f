package org.fieldwright.rag.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.fieldwright.rag.store.Asked.Word;

/** Reads from the postings where the words of a question stand in a few passages of one segment. */
final class Looking {
    /** Words within so many positions stand together: about two lines of a page. */
    private static final int TOGETHER = 20;

    private final LeafReader segment;
    private final int[] documents;

    /**
     * Looks at some passages.
     *
     * @param documents within the segment, ascending
     */
    Looking(LeafReader segment, int[] documents) {
        this.segment = segment;
        this.documents = documents;
    }

    /** Which words each passage holds in any of some fields: a set of word numbers per document. */
    BitSet[] holding(List<Word> words, String... fields) throws IOException {
        BitSet[] held = sets();
        for (int w = 0; w < words.size(); w++) {
            for (String field : fields) {
                mark(words.get(w), w, field, held);
            }
        }
        return held;
    }

    /** The weight of each passage's densest stretch: the words that stand in it and are not in {@code elsewhere}. */
    double[] densest(List<Word> words, BitSet[] elsewhere) throws IOException {
        Map<Integer, List<Standing>> standing = new HashMap<>();
        for (int w = 0; w < words.size(); w++) {
            for (String term : words.get(w).terms()) {
                PostingsEnum postings = segment.postings(new Term(Fields.BODY, term), PostingsEnum.POSITIONS);
                for (int d = 0; postings != null && d < documents.length; d++) {
                    if (!elsewhere[d].get(w) && advance(postings, documents[d])) {
                        List<Standing> here = standing.computeIfAbsent(d, key -> new ArrayList<>());
                        for (int n = postings.freq(); n > 0; n--) {
                            here.add(new Standing(postings.nextPosition(), w));
                        }
                    }
                }
            }
        }
        double[] densest = new double[documents.length];
        standing.forEach((d, here) -> densest[d] = densest(here, words));
        return densest;
    }

    private record Standing(int position, int word) {}

    private static double densest(List<Standing> here, List<Word> words) {
        here.sort(Comparator.comparingInt(Standing::position));
        int[] count = new int[words.size()];
        double sum = 0;
        double best = 0;
        int from = 0;
        for (Standing last : here) {
            if (count[last.word]++ == 0) {
                sum += words.get(last.word).weight();
            }
            while (last.position - here.get(from).position >= TOGETHER) {
                int gone = here.get(from++).word;
                if (--count[gone] == 0) {
                    sum -= words.get(gone).weight();
                }
            }
            best = Math.max(best, sum);
        }
        return best;
    }

    private void mark(Word word, int number, String field, BitSet[] held) throws IOException {
        for (String term : word.terms()) {
            PostingsEnum postings = segment.postings(new Term(field, term), PostingsEnum.NONE);
            for (int d = 0; postings != null && d < documents.length; d++) {
                if (advance(postings, documents[d])) {
                    held[d].set(number);
                }
            }
        }
    }

    private static boolean advance(PostingsEnum postings, int document) throws IOException {
        int at = postings.docID();
        if (at < document) {
            at = postings.advance(document);
        }
        return at == document && at != DocIdSetIterator.NO_MORE_DOCS;
    }

    private BitSet[] sets() {
        BitSet[] sets = new BitSet[documents.length];
        for (int d = 0; d < sets.length; d++) {
            sets[d] = new BitSet();
        }
        return sets;
    }
}
