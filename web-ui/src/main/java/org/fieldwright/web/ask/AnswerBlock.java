package org.fieldwright.web.ask;

import java.util.ArrayList;
import java.util.List;
import org.fieldwright.domain.copilot.AnswerPart;

/**
 * A stretch of an answer that is drawn as one thing: a quote, a numbered procedure, a small table.
 *
 * @param kind the kind of all its lines
 */
public record AnswerBlock(AnswerPart.Kind kind, List<Line> lines) {
    /**
     * A line of a block.
     *
     * @param text plain text; of a table row the cells with tabs between them
     * @param citations numbers of the citations that carry it
     */
    public record Line(String text, List<Integer> citations) {
        /** The cells of a table row. */
        public List<String> cells() {
            return List.of(text.split("\t", -1));
        }
    }

    /** Draws neighbouring steps as one list and neighbouring rows as one table; everything else stands alone. */
    static List<AnswerBlock> of(List<AnswerPart> parts) {
        List<AnswerBlock> blocks = new ArrayList<>();
        for (AnswerPart part : parts) {
            Line line = new Line(part.text(), part.citations());
            if (joins(part.kind(), blocks)) {
                blocks.getLast().lines().add(line);
            } else {
                blocks.add(new AnswerBlock(part.kind(), new ArrayList<>(List.of(line))));
            }
        }
        return List.copyOf(blocks);
    }

    /** Whether these are words that the cited page does not bear out. */
    public boolean struckOut() {
        return kind == AnswerPart.Kind.UNPROVEN;
    }

    private static boolean joins(AnswerPart.Kind kind, List<AnswerBlock> before) {
        return !before.isEmpty()
                && before.getLast().kind() == kind
                && (kind == AnswerPart.Kind.STEP || kind == AnswerPart.Kind.ROW);
    }
}
