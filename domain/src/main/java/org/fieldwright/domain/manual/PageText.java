package org.fieldwright.domain.manual;

import java.util.List;

/**
 * One page as it was read.
 *
 * @param number from 1, the page's place in the file (not the number printed on it)
 * @param width in points, after rotation; 0 for a file that has no fixed pages
 * @param height in points, after rotation; 0 for a file that has no fixed pages
 * @param text in reading order, lines separated by {@code \n}, paragraphs by an empty line, cells of a table row by
 *     {@code \t}
 * @param words with their places; empty for a file that has no fixed pages
 * @param lines how the lines of the text look; only fresh from the reader, for the cutter: nobody keeps them
 * @param source where the text comes from
 */
public record PageText(
        int number, float width, float height, String text, List<Word> words, List<Line> lines, Source source) {
    /** Where a page's text comes from. */
    public enum Source {
        /** From the file itself. */
        TEXT,
        /** Recognised from the picture of the page. */
        OCR,
        /** The page has no readable text. */
        NONE
    }

    public PageText {
        if (number < 1) {
            throw new IllegalArgumentException("pages count from 1");
        }
        words = List.copyOf(words);
        lines = List.copyOf(lines);
    }

    /** A page whose lines' looks are not known. */
    public PageText(int number, float width, float height, String text, List<Word> words, Source source) {
        this(number, width, height, text, words, List.of(), source);
    }
}
