package org.fieldwright.domain.copilot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between a language model and a person. A claim passes only when it cites a source it was shown, and when every
 * figure, unit, code and terminal in it literally stands in what it cites. What does not pass is marked
 * {@link AnswerPart.Kind#UNPROVEN}, never repaired. Addresses of the net and markup never pass at all. Knows no language
 * and needs no model; whether the words of a claim mean what the source means it cannot tell.
 */
public final class EvidenceGuard {
    private static final Pattern CITATION =
            Pattern.compile("[\\[【](\\d{1,3}(?:\\s*[,;-]\\s*\\d{1,3})*)(?:[†:][^\\]】]*)?[\\]】]");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\p{N}\"(])");
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?iu)(?:^|.*[\\s(])(?:approx|max|min|no|nr|fig|sec|e\\.g|i\\.e|z\\.b|bzw|ca|resp|incl|vs|pp?)\\.$");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*+•–]\\s+|#{1,6}\\s+|>\\s?)+");
    private static final Pattern ONLY_ORDINAL = Pattern.compile("(?i)(?:step\\s+)?\\d{1,2}[.):]");
    private static final Pattern ORDINAL = Pattern.compile("(?i)^(?:step\\s+)?\\d{1,2}[.):]\\s+");
    private static final int SHORTEST_NAME = 4;

    /**
     * What a claim may lean on.
     *
     * @param text the passage and the page it stands on
     * @param about title, manufacturer, model, headings: names a claim may repeat
     */
    public record Source(String text, String about) {}

    private record Read(Facts facts, String names) {
        static Read of(Source source) {
            return new Read(Facts.in(source.text() + "\n" + source.about()), Facts.plain(source.about()));
        }
    }

    /**
     * Checks what a model wrote.
     *
     * @param sources what the model was shown, by the number it was shown with
     * @return the claims in order as PROSE or UNPROVEN, in plain text, citing the numbers of {@code sources}
     */
    public List<AnswerPart> check(String written, Map<Integer, Source> sources) {
        Map<Integer, Read> read = new TreeMap<>();
        sources.forEach((number, source) -> read.put(number, Read.of(source)));
        return claims(PlainText.of(written)).stream()
                .map(claim -> judge(claim, read))
                .filter(part -> part.text().chars().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static AnswerPart judge(String claim, Map<Integer, Read> sources) {
        Set<Integer> cited = new LinkedHashSet<>();
        Matcher citation = CITATION.matcher(claim);
        while (citation.find()) {
            cited.addAll(numbers(citation.group(1)));
        }
        cited.retainAll(sources.keySet());
        String words = CITATION.matcher(claim)
                .replaceAll("")
                .replaceAll("[ \\t]+([.,;:!?])(?=\\s|$)", "$1")
                .replaceAll("[ \\t]{2,}", " ")
                .strip();
        boolean proven = !cited.isEmpty()
                && !words.contains(PlainText.ADDRESS_REMOVED)
                && isBorneOut(words, cited.stream().map(sources::get).toList());
        return new AnswerPart(proven ? AnswerPart.Kind.PROSE : AnswerPart.Kind.UNPROVEN, words, List.copyOf(cited));
    }

    private static boolean isBorneOut(String words, List<Read> cited) {
        Facts claimed = Facts.in(words.lines()
                .map(line -> ORDINAL.matcher(line).replaceFirst(""))
                .reduce((above, below) -> above + "\n" + below)
                .orElse(""));
        return claimed.missingFrom(cited.stream().map(Read::facts).toList()).stream()
                .allMatch(missing -> cited.stream().anyMatch(source -> isName(missing, source)));
    }

    /** A model number may be a piece of a title: {@code 2000STC} of {@code Air Top 2000STC}. */
    private static boolean isName(String missing, Read source) {
        String plain = Facts.plain(missing);
        return plain.length() >= SHORTEST_NAME
                && plain.chars().anyMatch(Character::isLetter)
                && source.names().contains(plain);
    }

    /** One claim a sentence or list item, its citations with it; a line that only leads in goes with what it leads to. */
    private static List<String> claims(String text) {
        List<String> claims = new ArrayList<>();
        String leadIn = "";
        for (String line : text.lines().toList()) {
            String item =
                    BULLET.matcher(line).replaceFirst("").replace('|', '\t').strip();
            if (item.isEmpty()) {
                continue;
            }
            boolean leadsIn = item.endsWith(":") && !CITATION.matcher(item).find();
            if (leadsIn) {
                leadIn = leadIn + item + "\n";
                continue;
            }
            List<String> sentences = sentences(item);
            claims.add(leadIn + sentences.getFirst());
            claims.addAll(sentences.subList(1, sentences.size()));
            leadIn = "";
        }
        if (!leadIn.isEmpty()) {
            claims.add(leadIn.strip());
        }
        return claims;
    }

    /** The sentences of a line. Citations behind a full stop belong to the sentence before it. */
    private static List<String> sentences(String line) {
        List<String> sentences = new ArrayList<>();
        String open = "";
        for (String piece : SENTENCE_END.split(citationsBeforeStops(line), -1)) {
            open = open.isEmpty() ? piece : open + " " + piece;
            boolean goesOn = ABBREVIATED.matcher(open).matches()
                    || ONLY_ORDINAL.matcher(open).matches();
            if (!goesOn) {
                sentences.add(open);
                open = "";
            }
        }
        if (!open.isEmpty()) {
            sentences.add(open);
        }
        return sentences;
    }

    private static String citationsBeforeStops(String line) {
        return line.replaceAll("([.!?])((?:\\s*" + CITATION.pattern() + ")+)", "$2$1");
    }

    /** The numbers of a marker like {@code 1}, {@code 1, 3} or {@code 2-4}. */
    private static List<Integer> numbers(String marker) {
        List<Integer> numbers = new ArrayList<>();
        for (String item : marker.split("[,;]", -1)) {
            int[] ends = Arrays.stream(item.strip().split("\\s*-\\s*"))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            for (int number = ends[0]; number <= ends[ends.length - 1]; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
