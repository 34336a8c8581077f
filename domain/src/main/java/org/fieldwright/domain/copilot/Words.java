package org.fieldwright.domain.copilot;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text in a form in which they can be compared: folded, without endings, codes kept whole, and the trade's
 * words by what they mean ({@link TradeWords}).
 */
public final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-./+·'][\\p{L}\\p{N}]+)*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern PLAIN_LETTERS = Pattern.compile("\\p{L}+");
    private static final int SHORTEST_STEM = 3;

    /** Words that tell nothing of what is asked, in the languages manuals are often written and asked in. */
    private static final Set<String> SILENT = Set.of("""
            a about after again all also am an and any are as at be been but by can could did do does doing
            done for from get getting give given go goes going had has have having he her here him his how
            i if in into is it its just know let like make makes may me mean means meant might mine more
            most much must my need needs no nor not now of off on once one only or other our out over own
            please same say says shall she should show shows shown so some still such tell than that the
            their them then there these they thing this those to too under until up us use used using very
            want was way we were what whats when where which while who whose why will with would you your
            yours aber als auch auf aus bei bis das dass dem den der des die dies diese dieser ein eine
            einem einen einer eines er es für hat ich ihr im ist kann man mein mit nach nicht noch oder
            sein sich sie sind soll um und vom von vor wann warum welche welchen welcher welches wenn wer
            werden wie wird wo zu zum zur au aux avec ce ces cette comment dans de du elle en est et il je
            la le les leur mais ma mon ne nous ou par pas pour pourquoi quand que quel quelle quelles quels
            qui sa se ses son sont sur un une vous al como con cual cuando del el ella esta este las lo los
            mi o para pero por si sin sobre su sus una y che chi come da dal dei della di e gli ha nel non
            per perché quale quali sono aan bij dan dat deze dit een het hoe ik kan met na niet om ook op
            te tot uit van voor waar waarom wanneer wat welke wordt zijn att av det din där efter eller ett
            från för har hur inte jag med men min mot måste när och på ska skall som så till upp ut var
            varför vad vid vilken vilket vilka är åt över в во и или к как какой какая какие когда на не о
            от по при с со что это для из до за
            """.strip().split("\\s+", -1));

    private Words() {}

    /** All words in order, folded and without endings; a code is one word, whatever its spelling. */
    public static List<String> in(String text) {
        Collector words = new Collector(new ArrayList<>());
        Matcher word = WORD.matcher(Facts.normalised(text));
        while (word.find()) {
            words.add(word.group());
        }
        return List.copyOf(words.found);
    }

    /** The words that tell what a question is about, each once, in order. */
    public static Set<String> telling(String text) {
        Collector telling = new Collector(new LinkedHashSet<>());
        Matcher word = WORD.matcher(Facts.normalised(text));
        while (word.find()) {
            String plain = word.group().toLowerCase(Locale.ROOT);
            if (!SILENT.contains(plain) && (plain.length() > 1 || Character.isDigit(plain.charAt(0)))) {
                telling.add(word.group());
            }
        }
        return new LinkedHashSet<>(telling.found);
    }

    /** How much a text shares with some words: the number of different shared words, damped by the text's length. */
    public static double shared(String text, String words) {
        Set<String> own = new HashSet<>(in(text));
        Set<String> wanted = new HashSet<>(in(words));
        return own.stream().filter(wanted::contains).count() / Math.sqrt(own.size() + 4.0);
    }

    /** Takes words in as they come: what several in a row mean together is known at the last of them. */
    private static final class Collector {
        private final Collection<String> found;
        private final Deque<String> before = new ArrayDeque<>();

        Collector(Collection<String> found) {
            this.found = found;
        }

        void add(String word) {
            if (word.chars().anyMatch(Character::isDigit)) {
                found.add(Facts.plain(word).toLowerCase(Locale.ROOT));
                before.clear();
                return;
            }
            for (String piece : word.split("[-./+·']", -1)) {
                if (piece.length() > 1) {
                    addPiece(piece);
                }
            }
        }

        /** The things of the trade it means; itself when it means none. */
        private void addPiece(String piece) {
            Set<String> things = new LinkedHashSet<>(TradeWords.meant(List.of(piece)));
            List<String> together = new ArrayList<>(List.of(piece));
            for (String earlier : before) {
                together.addFirst(earlier);
                things.addAll(TradeWords.meant(together));
            }
            found.addAll(things.isEmpty() ? List.of(stem(folded(piece))) : things);
            before.addFirst(piece);
            if (before.size() == TradeWords.LONGEST) {
                before.removeLast();
            }
        }
    }

    private static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae");
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Takes off the endings of number, case and tense that many manuals' languages share; no more. */
    static String stem(String word) {
        if (!PLAIN_LETTERS.matcher(word).matches() || word.length() <= SHORTEST_STEM) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        for (String ending : List.of("ings", "ing", "edly", "ed", "es", "en", "er", "et", "e", "s", "n")) {
            if (word.endsWith(ending)
                    && word.length() - ending.length() >= SHORTEST_STEM + (ending.length() == 1 ? 0 : 1)) {
                String stem = word.substring(0, word.length() - ending.length());
                return hasVowel(stem) ? undoubled(stem) : word;
            }
        }
        return word;
    }

    private static boolean hasVowel(String stem) {
        return stem.chars().anyMatch(letter -> "aeiouyаеиоуыэюя".indexOf(letter) >= 0);
    }

    /** {@code stopp} of {@code stopping} becomes {@code stop}. */
    private static String undoubled(String stem) {
        int last = stem.length() - 1;
        boolean doubled =
                last > 2 && stem.charAt(last) == stem.charAt(last - 1) && "bdgmnprt".indexOf(stem.charAt(last)) >= 0;
        return doubled ? stem.substring(0, last) : stem;
    }
}
