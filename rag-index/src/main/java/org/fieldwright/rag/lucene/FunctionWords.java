package org.fieldwright.rag.lucene;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** Words that make an English sentence a question but say nothing of what is asked. */
final class FunctionWords {
    private static final List<String> OF_QUESTIONS = List.of(
            "can", "could", "may", "mean", "means", "meaning", "must", "need", "please", "shall", "should", "tell",
            "will", "would");

    private static final CharArraySet WORDS = load();

    private FunctionWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }

    /** Snowball's list, which Lucene carries. */
    private static CharArraySet load() {
        try (Reader list = new InputStreamReader(
                SnowballFilter.class.getResourceAsStream("english_stop.txt"), StandardCharsets.UTF_8)) {
            CharArraySet words = new CharArraySet(WordlistLoader.getSnowballWordSet(list), true);
            words.addAll(OF_QUESTIONS);
            return words;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
