package org.fieldwright.assistant.quote;

import org.fieldwright.domain.copilot.AnswerPart;

/**
 * A stretch of a page's text that makes sense by itself.
 *
 * @param block stretches with the same number stand together: the rows of a table, the steps of a procedure, the
 *     sentences of a paragraph
 * @param start offset of its first character in the page's text
 * @param end offset behind its last character
 * @param text what stands there, in one line; cells of a row separated by tabs
 */
public record Stretch(Kind kind, int block, int start, int end, String text) {
    /** What a stretch is. */
    public enum Kind {
        /** A line that names what follows. */
        TITLE(AnswerPart.Kind.QUOTE),
        SENTENCE(AnswerPart.Kind.QUOTE),
        /** A numbered or bulleted item. */
        STEP(AnswerPart.Kind.STEP),
        /** The first row of a table. */
        HEAD(AnswerPart.Kind.ROW),
        ROW(AnswerPart.Kind.ROW),
        WARNING(AnswerPart.Kind.WARNING);

        private final AnswerPart.Kind shownAs;

        Kind(AnswerPart.Kind shownAs) {
            this.shownAs = shownAs;
        }

        /** How it is shown in an answer. */
        public AnswerPart.Kind shownAs() {
            return shownAs;
        }
    }
}
