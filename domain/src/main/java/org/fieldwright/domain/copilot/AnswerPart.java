package org.fieldwright.domain.copilot;

import java.util.List;

/**
 * A piece of an answer.
 *
 * @param text plain text, never markup
 * @param citations numbers of the citations that carry it; in a finished answer only empty for {@link Kind#UNPROVEN}
 */
public record AnswerPart(Kind kind, String text, List<Integer> citations) {
    /** How a piece is shown. */
    public enum Kind {
        /** A sentence, word for word from the page. */
        QUOTE,
        /** One step of a procedure, word for word. */
        STEP,
        /** A row of a table, cells separated by tabs, word for word. */
        ROW,
        /** A warning that belongs to what is quoted, word for word. */
        WARNING,
        /** Words of the language model, checked against the cited pages. */
        PROSE,
        /** Words of the model that the cited page does not bear out; shown struck out. */
        UNPROVEN
    }

    public AnswerPart {
        citations = List.copyOf(citations);
    }
}
