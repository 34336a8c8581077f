package org.fieldwright.rag.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Takes words as they stand between spaces apart, and brings the ways in which people write one code together:
 * {@code E-43/04}, {@code E43/04} and {@code E4304} all hold {@code e4304}; {@code F 06}, {@code F-06} and {@code F06} all
 * hold {@code f06} and {@code f6}; {@code AT2000STC} holds {@code 2000stc} too. Codes carry the token type
 * {@link #CODE}, their parts {@link #PART}; all else stays {@link #WORD}.
 */
final class CodeFilter extends TokenFilter {
    /** The type of a token that is a whole code. */
    static final String CODE = "code";

    /** The type of a piece of a code. */
    static final String PART = "part";

    /** The type of a token that is a word or a plain number. */
    static final String WORD = "word";

    private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+([.,]\\p{Nd}+)?");
    private static final Pattern RUN = Pattern.compile("\\p{Nd}+|[\\p{L}\\p{M}]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("(\\p{L}{0,3})0+(\\p{Nd}+)");
    private static final Pattern ELISION = Pattern.compile(
            "(?iu)^(?:[cdjlmnst]|qu|un|gl|d?all|dell|nell|sull)['\u2019](?=\\p{L}{2})|(?<=\\p{L}{2})['\u2019]s$");
    private static final Pattern CODE_LETTERS = Pattern.compile("\\p{Lu}{1,2}");
    private static final Pattern CODE_DIGITS = Pattern.compile("\\p{Nd}{1,4}");

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    private final Deque<Piece> waiting = new ArrayDeque<>();
    private String lettersBefore = "";
    private int lettersStart;

    private record Piece(String text, String type, int increment, int start, int end) {}

    CodeFilter(TokenStream input) {
        super(input);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
        lettersBefore = "";
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (waiting.isEmpty()) {
            if (!input.incrementToken()) {
                return false;
            }
            takeApart(term.toString(), offset.startOffset(), offset.endOffset());
        }
        Piece piece = waiting.poll();
        clearAttributes();
        term.setEmpty().append(piece.text);
        position.setPositionIncrement(piece.increment);
        offset.setOffset(piece.start, piece.end);
        type.setType(piece.type);
        return true;
    }

    private void takeApart(String word, int start, int end) {
        String bare = withoutElision(withoutEdges(word));
        List<String> pieces = pieces(bare);
        if (pieces.isEmpty()) {
            return;
        }
        boolean hasDigit = bare.chars().anyMatch(Character::isDigit);
        boolean spaced = pieces.size() == 1
                && !lettersBefore.isEmpty()
                && CODE_DIGITS.matcher(pieces.getFirst()).matches();
        if (spaced) { // "F 06"
            addCode(lettersBefore + pieces.getFirst(), 0, lettersStart, end);
        }
        if (pieces.size() > 1 && pieces.size() <= 6) {
            String joined = String.join("", pieces);
            if (hasDigit) {
                addCode(joined, 1, start, end);
            } else {
                add(joined, WORD, 1, start, end); // "Wi-Fi"
            }
            for (String piece : pieces) {
                addPiece(piece, hasDigit ? PART : WORD, start, end);
            }
        } else {
            for (String piece : pieces) {
                addPiece(piece, null, start, end);
            }
        }
        boolean letters = pieces.size() == 1 && CODE_LETTERS.matcher(bare).matches();
        lettersBefore = letters ? bare : "";
        lettersStart = start;
    }

    /** A piece without inner marks: a word, a number, or letters and digits mixed. */
    private void addPiece(String piece, String knownType, int start, int end) {
        List<String> runs = runs(piece);
        boolean mixed = runs.size() > 1
                && piece.chars().anyMatch(Character::isDigit)
                && piece.chars().anyMatch(Character::isLetter);
        if (!mixed) {
            String plain = piece.replace(',', '.');
            add(plain, knownType == null ? WORD : knownType, 1, start, end);
            addWithoutZeros(plain, start, end);
            return;
        }
        if (knownType == null) {
            addCode(piece, 1, start, end);
        } else {
            add(piece, knownType, 1, start, end);
        }
        for (int i = 0; i < runs.size(); i++) {
            String run = runs.get(i);
            if (run.length() > 1) {
                add(run, PART, 0, start, end);
            }
        }
        // "AT2000STC" is also called "2000STC"
        if (runs.size() > 2) {
            add(String.join("", runs.subList(1, runs.size())), PART, 0, start, end);
            add(String.join("", runs.subList(0, runs.size() - 1)), PART, 0, start, end);
        }
    }

    private void addCode(String code, int increment, int start, int end) {
        add(code, CODE, increment, start, end);
        addWithoutZeros(code, start, end);
    }

    private void addWithoutZeros(String code, int start, int end) {
        String shorter = withoutLeadingZeros(code);
        if (!shorter.equals(code)) {
            add(shorter, PART, 0, start, end);
        }
    }

    /** {@code F06} as {@code F6}; a code without leading zeros as it is. */
    static String withoutLeadingZeros(String code) {
        Matcher zeros = LEADING_ZEROS.matcher(code);
        return zeros.matches() ? zeros.group(1) + zeros.group(2) : code;
    }

    private void add(String text, String tokenType, int increment, int start, int end) {
        waiting.add(new Piece(text, tokenType, increment, start, end));
    }

    private static List<String> pieces(String bare) {
        if (NUMBER.matcher(bare).matches()) {
            return List.of(bare);
        }
        return PIECE.matcher(bare).results().map(m -> m.group()).toList();
    }

    private static List<String> runs(String piece) {
        List<String> runs = new ArrayList<>();
        Matcher matcher = RUN.matcher(piece);
        while (matcher.find()) {
            runs.add(matcher.group());
        }
        return runs;
    }

    /** {@code l'entrée} is {@code entrée}, {@code motor's} is {@code motor}. */
    private static String withoutElision(String bare) {
        return ELISION.matcher(bare).replaceAll("");
    }

    private static String withoutEdges(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && !Character.isLetterOrDigit(word.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) {
            to--;
        }
        return word.substring(from, to);
    }
}
