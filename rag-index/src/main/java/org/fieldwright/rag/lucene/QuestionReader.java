package org.fieldwright.rag.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.fieldwright.rag.store.Asked;
import org.fieldwright.rag.store.Asked.Word;

/** Reads a question: what it asks about in words, and which codes it names. */
final class QuestionReader {
    private static final int MOST_WORDS = 200;

    /** RDD, EMS: what settings and signals are called by. */
    private static final Pattern ACRONYM = Pattern.compile("\\p{L}{2,5}");

    /** A figure with its unit is a value, not a name: 12V, 4-20mA, 60Hz, 5mm. */
    private static final Pattern QUANTITY = Pattern.compile(
            "\\d+(v|vac|vdc|a|ma|ah|w|kw|kwh|wh|va|kva|hz|khz|mhz|rpm|mm|cm|m|km|in|ft|kg|g|mg|lb|lbs|oz|l|ml|gal|bar|mbar|pa|kpa|mpa"
                    + "|psi|nm|c|f|k|db|s|ms|sec|min|h|hr|hrs|x|pcs|btu|ohm|uf|mfd|gb|mb)");

    /** After one of these a plain number is the name of something: fault 7, Fehler 12. */
    private static final Set<String> NAMES_A_NUMBER = Set.of(
            "alarm",
            "alarme",
            "allarme",
            "anzeige",
            "code",
            "codigo",
            "defaut",
            "display",
            "displays",
            "erreur",
            "error",
            "errore",
            "fault",
            "faults",
            "fehler",
            "felkod",
            "kod",
            "larm",
            "message",
            "show",
            "shows",
            "showing",
            "status",
            "storung",
            "zeigt",
            "avaria",
            "код",
            "ошибка",
            "авария");

    private final Analyzer analyzer;

    QuestionReader(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    Asked read(String question, IndexReader index) throws IOException {
        List<List<Tokens.Token>> words = words(question);
        FunctionWords empty = FunctionWords.of(
                words.stream().map(word -> bare(written(question, word))).toList());
        boolean shouted = question.equals(question.toUpperCase(Locale.ROOT));
        List<Word> telling = new ArrayList<>();
        Map<String, Word> codes = new LinkedHashMap<>();
        String before = "";
        for (List<Tokens.Token> word : words) {
            String written = written(question, word);
            boolean capitals = !shouted && isInCapitals(written);
            for (Tokens.Token token : word) {
                if (namesSomething(token, before)) {
                    codes.putIfAbsent(token.term(), code(written, token.term(), index));
                }
            }
            if (capitals && ACRONYM.matcher(bare(written)).matches()) {
                String acronym = word.getFirst().term();
                codes.putIfAbsent(acronym, code(written, acronym, index));
            }
            // a word in capitals amid small letters is a name, however common it looks: NO, IF
            if (capitals || !empty.contains(bare(written))) {
                telling.add(word(written, word, index));
            }
            before = word.getFirst().term();
        }
        if (telling.isEmpty()) {
            for (List<Tokens.Token> word : words) {
                telling.add(word(written(question, word), word, index));
            }
        }
        return new Asked(distinct(telling), List.copyOf(codes.values()));
    }

    private static boolean isInCapitals(String written) {
        return written.length() > 1 && written.equals(written.toUpperCase(Locale.ROOT));
    }

    /** Without the marks around it, in small letters. */
    private static String bare(String written) {
        return written.replaceAll("^\\P{L}+|\\P{L}+$", "").toLowerCase(Locale.ROOT);
    }

    private static String written(String question, List<Tokens.Token> word) {
        return question.substring(word.getFirst().start(), word.getFirst().end());
    }

    /** The tokens of a question, word by word; the pieces of a code are readings of one word. */
    private List<List<Tokens.Token>> words(String question) {
        List<List<Tokens.Token>> words = new ArrayList<>();
        Tokens.Token first = null;
        for (Tokens.Token token : Tokens.of(analyzer, question)) {
            if (first == null || !belongTogether(first, token)) {
                if (words.size() == MOST_WORDS) {
                    break;
                }
                words.add(new ArrayList<>());
                first = token;
            }
            words.getLast().add(token);
        }
        return words;
    }

    private static boolean belongTogether(Tokens.Token first, Tokens.Token token) {
        return token.position() == first.position() || (token.start() == first.start() && token.end() == first.end());
    }

    private static boolean namesSomething(Tokens.Token token, String before) {
        if (token.isWholeCode()) {
            return !QUANTITY.matcher(token.term()).matches();
        }
        return token.isNumber() && NAMES_A_NUMBER.contains(before);
    }

    private static Word word(String written, List<Tokens.Token> tokens, IndexReader index) throws IOException {
        Set<String> terms = new LinkedHashSet<>();
        tokens.forEach(token -> terms.add(token.term()));
        double weight = 0;
        for (String term : terms) {
            if (index.docFreq(new Term(Fields.BODY, term)) > 0) {
                weight = Math.max(weight, weight(term, index));
            }
        }
        if (weight == 0) {
            weight = weight(terms.iterator().next(), index);
        }
        return new Word(written, List.copyOf(terms), weight);
    }

    private static Word code(String written, String term, IndexReader index) throws IOException {
        Set<String> terms = new LinkedHashSet<>(List.of(term, CodeFilter.withoutLeadingZeros(term)));
        double weight = weight(term, index);
        for (String other : terms) {
            weight = Math.min(weight, weight(other, index));
        }
        return new Word(written, List.copyOf(terms), weight);
    }

    /** How rare a term is among the passages: BM25's inverse document frequency. */
    static double weight(String term, IndexReader index) throws IOException {
        double passages = index.getDocCount(Fields.BODY);
        double holding = index.docFreq(new Term(Fields.BODY, term));
        return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
    }

    /** A word said twice asks for nothing more. */
    private static List<Word> distinct(List<Word> words) {
        Map<List<String>, Word> seen = new LinkedHashMap<>();
        words.forEach(word -> seen.putIfAbsent(word.terms(), word));
        return List.copyOf(seen.values());
    }
}
