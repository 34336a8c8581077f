package org.fieldwright.rag.ingest;

import java.util.OptionalInt;

/**
 * Fonts without a table of meanings often number their letters in alphabet order from another start: text then reads like
 * {@code 7KHIROORZLQJ} for "The following". Finds by how common letters are whether and how far a text is shifted.
 */
final class CodeShift {
    private static final int WIDEST = 64;
    private static final int ENOUGH = 24;

    /** Most TrueType fonts have their blank at glyph 3: so far are their glyph numbers from ASCII. */
    private static final int TRUE_TYPE = 29;

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
            if (c >= 0x20 && c < 0x7F) {
                out.append((char) c);
            } else {
                out.append(shift == TRUE_TYPE ? beyondAscii(codes.charAt(i)) : " ");
            }
        }
        return out.toString();
    }

    /** Signs that the usual TrueType fonts keep behind their letters, by glyph number. */
    private static String beyondAscii(int glyph) {
        return switch (glyph) {
            case 98 -> "Ä";
            case 103 -> "Ö";
            case 104 -> "Ü";
            case 108 -> "ä";
            case 124 -> "ö";
            case 129 -> "ü";
            case 112 -> "é";
            case 131 -> "°";
            case 135 -> "•";
            case 137 -> "ß";
            case 138 -> "®";
            case 139 -> "©";
            case 140 -> "™";
            case 147 -> "±";
            case 177, 178 -> "–";
            case 179, 180 -> "\"";
            case 181, 182 -> "'";
            case 191 -> "fi";
            case 192 -> "fl";
            default -> " ";
        };
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
