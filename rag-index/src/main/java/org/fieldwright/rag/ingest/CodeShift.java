package org.fieldwright.rag.ingest;

import java.util.OptionalInt;

/**
 * Fonts without a table of meanings often number their letters in alphabet order from another start: text then reads like
 * {@code 7KHIROORZLQJ} for "The following". Finds by how common letters are whether and how far a text is shifted.
 */
final class CodeShift {
    private static final int WIDEST = 64;
    private static final int ENOUGH = 24;

    /** How often the letters a to z stand in running text of western languages, in per mille. */
    private static final int[] FREQUENCY = {
        75, 14, 33, 38, 125, 20, 20, 38, 73, 3, 9, 45, 27, 72, 67, 23, 2, 67, 66, 72, 33, 14, 14, 3, 13, 3
    };

    private CodeShift() {}

    /** The shift that turns a text's codes into letters: 0 when it reads well as it is, empty when it is too short to tell. */
    static OptionalInt of(String codes) {
        if (codes.length() < ENOUGH) {
            return OptionalInt.empty();
        }
        int best = 0;
        double bestScore = score(codes, 0) * 1.25 + 2;
        for (int shift = -WIDEST; shift <= WIDEST; shift++) {
            double score = score(codes, shift);
            if (score > bestScore) {
                bestScore = score;
                best = shift;
            }
        }
        // The best of many bad guesses is no meaning.
        return best != 0 && bestScore < 25 ? OptionalInt.of(0) : OptionalInt.of(best);
    }

    static String apply(int shift, String codes) {
        if (shift == 0) {
            return codes;
        }
        StringBuilder out = new StringBuilder(codes.length());
        for (int i = 0; i < codes.length(); i++) {
            int c = codes.charAt(i) + shift;
            out.append(c >= 0x20 && c < 0x7F ? (char) c : ' ');
        }
        return out.toString();
    }

    /** How much a text looks like running text, in per mille a character. */
    private static double score(String codes, int shift) {
        double sum = 0;
        for (int i = 0; i < codes.length(); i++) {
            sum += worth(codes.charAt(i) + shift);
        }
        return sum / codes.length();
    }

    private static int worth(int c) {
        if (c >= 'a' && c <= 'z') {
            return FREQUENCY[c - 'a'];
        }
        if (c >= 'A' && c <= 'Z') {
            return FREQUENCY[c - 'A'] / 6;
        }
        if (c == ' ') {
            return 60;
        }
        return (c >= '0' && c <= '9') || c == '.' || c == ',' ? 5 : -20;
    }
}
