package org.fieldwright.rag.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.fieldwright.domain.copilot.TradeWords;

/**
 * Adds to a word the thing of the trade it means, at the same position: {@code säkring} holds {@code =fuse} too, and so do
 * {@code fuse} and {@code Sicherung}. Words keep what they say; a word that means nothing of the trade stays alone.
 */
final class TradeWordsFilter extends TokenFilter {
    /** The type of a token that names a thing. */
    static final String THING = "thing";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    private final Deque<String> waiting = new ArrayDeque<>();
    private final Deque<String> before = new ArrayDeque<>();
    private State word;

    TradeWordsFilter(TokenStream input) {
        super(input);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
        before.clear();
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!waiting.isEmpty()) {
            restoreState(word);
            term.setEmpty().append('=').append(waiting.poll());
            position.setPositionIncrement(0);
            type.setType(THING);
            keyword.setKeyword(true);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (type.type().equals(CodeFilter.WORD)) {
            waiting.addAll(things(term.toString()));
            word = waiting.isEmpty() ? null : captureState();
        } else {
            before.clear();
        }
        return true;
    }

    /** What a word means, alone or with the words before it. */
    private Set<String> things(String said) {
        Set<String> things = new LinkedHashSet<>(TradeWords.meant(List.of(said)));
        List<String> together = new ArrayList<>(List.of(said));
        for (String earlier : before) {
            together.addFirst(earlier);
            things.addAll(TradeWords.meant(together));
        }
        before.addFirst(said);
        if (before.size() == TradeWords.LONGEST) {
            before.removeLast();
        }
        return things;
    }
}
