package org.fieldwright.rag.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Words of manuals and of questions about them: codes in all their spellings, English endings removed, accents folded, and
 * beside each word the thing of the trade it means in any language. Else other languages keep their endings. No word is dropped: {@code NO}, {@code IF} and {@code A} are
 * terminals and settings.
 */
final class PassageAnalyzer extends Analyzer {
    /** How far the texts of two headings stand apart, so that words of both are never near each other. */
    private static final int GAP = 100;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new WhitespaceTokenizer();
        TokenStream tokens = new CodeFilter(words);
        tokens = new LowerCaseFilter(tokens);
        tokens = new TradeWordsFilter(tokens);
        tokens = new ASCIIFoldingFilter(tokens);
        tokens = new PorterStemFilter(tokens);
        return new TokenStreamComponents(words, tokens);
    }

    @Override
    protected TokenStream normalize(String field, TokenStream token) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(token));
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }
}
