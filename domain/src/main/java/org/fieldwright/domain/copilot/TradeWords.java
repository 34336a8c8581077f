package org.fieldwright.domain.copilot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the trade calls its things in the languages of its manuals, so that a question in one language meets a page in
 * another: {@code fuse}, {@code Sicherung} and {@code säkring} all mean {@code fuse}. A list of everyday words, kept in
 * {@code trade-words.txt}; it knows no makes and no models.
 */
public final class TradeWords {
    /** The most words in a row that mean one thing together. */
    public static final int LONGEST = 3;

    /** From this length on a word is also known without its accents: shorter ones would become other words. */
    private static final int SAFE_WITHOUT_ACCENTS = 6;

    private static final int SHORTEST_PART = 3;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Map<String, Set<String>> WHOLE = new HashMap<>();
    private static final Map<String, Set<String>> BEGINNINGS = new HashMap<>();
    private static final Map<String, Set<String>> ENDINGS = new HashMap<>();
    private static final Map<String, Set<String>> WITHIN = new HashMap<>();

    static {
        try (InputStream list = TradeWords.class.getResourceAsStream("trade-words.txt")) {
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(TradeWords::learn);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private TradeWords() {}

    private static void learn(String line) {
        int colon = line.indexOf(':');
        String thing = line.substring(0, colon);
        for (String written : line.substring(colon + 1).strip().split("\\s+", -1)) {
            String bare = written.replace("*", "").replace('_', ' ');
            Map<String, Set<String>> kind = kind(written);
            keep(kind, bare, thing);
            String plain = withoutAccents(bare);
            if (plain.length() >= SAFE_WITHOUT_ACCENTS) {
                keep(kind, plain, thing);
            }
        }
    }

    private static Map<String, Set<String>> kind(String written) {
        boolean goesOn = written.endsWith("*");
        if (written.startsWith("*")) {
            return goesOn ? WITHIN : ENDINGS;
        }
        return goesOn ? BEGINNINGS : WHOLE;
    }

    private static void keep(Map<String, Set<String>> kind, String word, String thing) {
        kind.computeIfAbsent(word, none -> new LinkedHashSet<>()).add(thing);
    }

    /**
     * The things a word or several words in a row mean, by their names in the list; empty when it is none of the trade's.
     *
     * @param words at most {@link #LONGEST}; case does not matter
     */
    public static Set<String> meant(List<String> words) {
        String said = Normalizer.normalize(String.join(" ", words), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
        Set<String> things = new LinkedHashSet<>(WHOLE.getOrDefault(said, Set.of()));
        for (int end = SHORTEST_PART; end <= said.length(); end++) {
            things.addAll(BEGINNINGS.getOrDefault(said.substring(0, end), Set.of()));
        }
        for (int start = 0; start <= said.length() - 2; start++) {
            things.addAll(ENDINGS.getOrDefault(said.substring(start), Set.of()));
        }
        if (words.size() == 1) {
            addWithin(said, things);
        }
        return things;
    }

    private static void addWithin(String word, Set<String> things) {
        for (int start = 0; start <= word.length() - SHORTEST_PART; start++) {
            for (int end = start + SHORTEST_PART; end <= word.length(); end++) {
                things.addAll(WITHIN.getOrDefault(word.substring(start, end), Set.of()));
            }
        }
    }

    private static String withoutAccents(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }
}
