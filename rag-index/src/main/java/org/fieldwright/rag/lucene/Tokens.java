package org.fieldwright.rag.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** A text as the index sees it. */
final class Tokens {
    private Tokens() {}

    /**
     * One token.
     *
     * @param type as {@link CodeFilter} gives it
     * @param position counts words from 0; the readings of one word share it
     */
    record Token(String term, String type, int position, int start, int end) {
        boolean isWholeCode() {
            return type.equals(CodeFilter.CODE);
        }

        boolean isNumber() {
            return type.equals(CodeFilter.WORD) && term.chars().allMatch(c -> Character.isDigit(c) || c == '.');
        }
    }

    static List<Token> of(Analyzer analyzer, String text) {
        List<Token> found = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                found.add(new Token(term.toString(), type.type(), position, offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return found;
    }
}
