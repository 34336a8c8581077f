package org.fieldwright.rag.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognition mistakes letters for digits where no word helps it: F05 becomes FOS, F11 becomes Fil. Where several cells
 * stand in one column, begin with the same capital and are digits or look like them, they are read as codes.
 */
final class CodeColumn {
    private static final Pattern CODE_LIKE = Pattern.compile("[A-Z]{0,2}[0-9OoQDIl|i!SsGbBZz?]{1,3}");
    private static final Pattern REAL_CODE = Pattern.compile("[A-Z]{0,2}\\d{1,3}");
    private static final int ENOUGH = 4;

    private CodeColumn() {}

    static boolean mayBeCode(String text) {
        return text.length() > 1 && CODE_LIKE.matcher(text).matches();
    }

    /** The same words, with codes read as codes. */
    static List<Token> repaired(List<Token> tokens) {
        List<Token> repaired = new ArrayList<>(tokens);
        List<Token> left = tokens.stream()
                .filter(t -> mayBeCode(t.text()))
                .sorted(Comparator.comparingDouble(Token::v))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        while (!left.isEmpty()) {
            Token first = left.getFirst();
            List<Token> column =
                    left.stream().filter(t -> isInColumnOf(first, t)).toList();
            left.removeAll(column);
            long real = column.stream()
                    .filter(t -> REAL_CODE.matcher(t.text()).matches())
                    .count();
            // A column of bare numbers must look like one; a common capital says more.
            boolean bare = !startsWithLetter(first);
            if (column.size() >= ENOUGH && (bare ? real * 10 >= column.size() * 6L : real > 0)) {
                repair(column, repaired);
            }
        }
        return repaired;
    }

    private static boolean isInColumnOf(Token first, Token other) {
        double middle = (first.u0() + first.u1()) / 2;
        double otherMiddle = (other.u0() + other.u1()) / 2;
        return Math.abs(middle - otherMiddle) < 0.8 * first.size()
                && (first.text().charAt(0) == other.text().charAt(0)
                        || (!startsWithLetter(first) && !startsWithLetter(other)));
    }

    /** A capital that is not a digit in disguise. */
    private static boolean startsWithLetter(Token token) {
        char c = token.text().charAt(0);
        return Character.isUpperCase(c) && "OQDISGBZ".indexOf(c) < 0;
    }

    private static void repair(List<Token> column, List<Token> tokens) {
        int before = -1;
        for (int i = 0; i < column.size(); i++) {
            Token token = column.get(i);
            String code = asCode(token.text(), '5');
            String other = asCode(token.text(), '8');
            // S may be a 5 or an 8: codes of a table go up.
            if (!code.equals(other) && number(code) <= before && number(other) > before) {
                code = other;
            }
            before = number(code);
            Token read = new Token(code, token.u0(), token.u1(), token.v(), token.size(), token.bold());
            tokens.set(tokens.indexOf(token), read);
        }
    }

    private static String asCode(String text, char forS) {
        int letters = 0;
        while (letters < 2
                && Character.isUpperCase(text.charAt(letters))
                && "OQDISGBZ".indexOf(text.charAt(letters)) < 0) {
            letters++;
        }
        StringBuilder code = new StringBuilder(text.substring(0, letters));
        for (char c : text.substring(letters).toCharArray()) {
            code.append(
                    switch (c) {
                        case 'O', 'o', 'Q', 'D' -> '0';
                        case 'I', 'l', '|', 'i', '!' -> '1';
                        case 'Z', 'z' -> '2';
                        case 'S', 's' -> forS;
                        case 'G', 'b' -> '6';
                        case '?' -> '7';
                        case 'B' -> '8';
                        default -> c;
                    });
        }
        return code.toString();
    }

    private static int number(String code) {
        String digits = code.replaceAll("\\D", "");
        return digits.isEmpty() ? -1 : Integer.parseInt(digits);
    }
}
