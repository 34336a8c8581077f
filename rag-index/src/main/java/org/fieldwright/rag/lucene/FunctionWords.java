package org.fieldwright.rag.lucene;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * Words that make a sentence a question but say nothing of what is asked, in the language the question is asked in: what is
 * empty in one language is a word in another.
 */
record FunctionWords(CharArraySet words) {
    /** Snowball's lists, which Lucene carries, and beside them the words of asking. English first: it wins a draw. */
    private static final Map<String, List<String>> OF_QUESTIONS = new LinkedHashMap<>();

    static {
        OF_QUESTIONS.put(
                "english",
                List.of(
                        "can", "could", "may", "mean", "means", "meaning", "must", "need", "please", "shall", "should",
                        "tell", "will", "would"));
        OF_QUESTIONS.put(
                "german", List.of("wann", "warum", "wieviel", "bedeutet", "heißt", "lässt", "darf", "bitte", "gibt"));
        OF_QUESTIONS.put(
                "french",
                List.of("comment", "pourquoi", "quand", "combien", "quoi", "où", "signifie", "sert", "faut", "peut"));
        OF_QUESTIONS.put("spanish", List.of("cómo", "cuál", "cuánto", "cuánta", "significa", "hace", "hay", "debe"));
        OF_QUESTIONS.put("italian", List.of("cosa", "quando", "quale", "quanto", "significa", "devo", "deve", "può"));
        OF_QUESTIONS.put("dutch", List.of("hoe", "waarom", "wanneer", "welke", "hoeveel", "betekent", "moet", "kan"));
        OF_QUESTIONS.put(
                "swedish", List.of("hur", "varför", "vad", "när", "betyder", "gör", "gäller", "måste", "ska", "kan"));
        OF_QUESTIONS.put("danish", List.of("hvordan", "hvorfor", "hvad", "hvornår", "betyder", "kan", "skal"));
        OF_QUESTIONS.put("norwegian", List.of("hvordan", "hvorfor", "hva", "når", "betyr", "kan", "skal"));
        OF_QUESTIONS.put("portuguese", List.of("como", "porque", "quando", "qual", "significa", "deve", "pode"));
        OF_QUESTIONS.put("russian", List.of("какой", "какая", "какое", "какие", "каким", "означает", "нужно"));
        OF_QUESTIONS.put("finnish", List.of("miten", "miksi", "milloin", "mitä", "tarkoittaa"));
    }

    private static final List<FunctionWords> LANGUAGES =
            OF_QUESTIONS.keySet().stream().map(FunctionWords::load).toList();

    /** Those of the language that most of some words belong to; of English when none does. */
    static FunctionWords of(Collection<String> question) {
        return LANGUAGES.stream()
                .max(Comparator.comparingLong(
                        language -> question.stream().filter(language::contains).count()))
                .filter(language -> question.stream().anyMatch(language::contains))
                .orElse(LANGUAGES.getFirst());
    }

    boolean contains(String word) {
        return words.contains(word);
    }

    private static FunctionWords load(String language) {
        try (Reader list = new InputStreamReader(
                SnowballFilter.class.getResourceAsStream(language + "_stop.txt"), StandardCharsets.UTF_8)) {
            CharArraySet words = new CharArraySet(WordlistLoader.getSnowballWordSet(list), true);
            words.addAll(OF_QUESTIONS.get(language));
            return new FunctionWords(words);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
