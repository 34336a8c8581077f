package org.fieldwright.rag.ingest;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells text from what only looks like text: letters of a font whose codes mean something else. */
final class Legibility {
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-zÀ-ž]{4,}");
    private static final Pattern VOWEL = Pattern.compile("[aeiouyà-åè-ïò-öù-ýœæø]");
    private static final int ENOUGH_WORDS = 25;

    private Legibility() {}

    /** Letters and digits. */
    static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    static boolean isGarbage(String text) {
        int visible = 0;
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                continue;
            }
            visible++;
            int type = Character.getType(c);
            if (type == Character.PRIVATE_USE || type == Character.UNASSIGNED || type == Character.CONTROL) {
                odd++;
            }
        }
        if (visible >= 40 && odd * 3 > visible) {
            return true;
        }
        Matcher words = LATIN_WORD.matcher(text);
        int all = 0;
        int speakable = 0;
        while (words.find()) {
            all++;
            speakable += isSpeakable(words.group()) ? 1 : 0;
        }
        return all >= ENOUGH_WORDS && speakable * 100 < all * 45;
    }

    /** Has a vowel, and no capital letter after a small one twice. */
    private static boolean isSpeakable(String word) {
        int humps = 0;
        for (int i = 1; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1))) {
                humps++;
            }
        }
        return humps < 2 && VOWEL.matcher(word.toLowerCase(Locale.ROOT)).find();
    }
}
