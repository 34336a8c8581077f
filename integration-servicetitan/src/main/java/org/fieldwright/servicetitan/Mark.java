package org.fieldwright.servicetitan;

import java.util.UUID;

/**
 * A short sign that an effect leaves where ServiceTitan can keep no key: in the text of a note or a task, in the name of a file. People see it,
 * and with it whoever asks where a note came from finds the decision behind it.
 */
record Mark(String text) {
    private static final int DIGITS = 12;

    /** The end of the key: in any version of UUID it is the part that differs. */
    static Mark of(UUID key) {
        String hex = key.toString().replace("-", "");
        return new Mark(hex.substring(hex.length() - DIGITS));
    }

    /** The words with the sign below them. */
    String under(String words) {
        return words.isBlank() ? inWords() : words + "\n" + inWords();
    }

    /** The name with the sign before its ending. */
    String in(String fileName) {
        String plain = fileName.replaceAll("[^A-Za-z0-9 ._-]", "_");
        int dot = plain.lastIndexOf('.');
        return dot > 0 ? plain.substring(0, dot) + "-" + text + plain.substring(dot) : plain + "-" + text;
    }

    boolean isIn(String words) {
        return words.contains(text);
    }

    private String inWords() {
        return "(Fieldwright " + text + ")";
    }
}
