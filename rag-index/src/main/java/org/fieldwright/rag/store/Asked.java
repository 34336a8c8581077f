package org.fieldwright.rag.store;

import java.util.List;

/**
 * A question as an index reads it.
 *
 * @param words its telling words; function words are left out unless nothing else is there
 * @param codes the codes and numbers among them that name one thing exactly: fault codes, part and model numbers
 */
public record Asked(List<Word> words, List<Word> codes) {
    public Asked {
        words = List.copyOf(words);
        codes = List.copyOf(codes);
    }

    /**
     * A word of the question.
     *
     * @param written as the person wrote it
     * @param terms the index terms that stand for it, the whole first, pieces after
     * @param weight how telling it is: the higher, the fewer passages hold it
     */
    public record Word(String written, List<String> terms, double weight) {
        public Word {
            terms = List.copyOf(terms);
        }
    }
}
