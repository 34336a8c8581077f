package org.fieldwright.rag.truth;

import java.util.List;
import org.fieldwright.domain.manual.Box;

/**
 * Something that one page tells and no other.
 *
 * @param page from 1, the page's place in the file
 * @param word the name that stands on this page only
 * @param wordPlace where the name was drawn; of no size in a file without fixed pages
 * @param lines where the lines of the sentence or row were drawn that hold the fact; empty in a file without fixed pages
 */
public record TruthFact(int page, String word, Box wordPlace, List<Box> lines) {
    public TruthFact {
        lines = List.copyOf(lines);
    }

    public String question() {
        return "What torque does the " + word + " bracket need?";
    }

    /** How much of two boxes is common to both: 0 when they are apart, 1 when they are the same. */
    public static double overlap(Box one, Box other) {
        double width = Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
        double height = Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double common = width * height;
        return common / (one.width() * one.height() + other.width() * other.height() - common);
    }
}
