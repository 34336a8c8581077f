package org.fieldwright.web.ask;

import java.util.List;
import org.fieldwright.domain.copilot.Answer;
import org.fieldwright.domain.copilot.Exchange;

/**
 * An answer ready to be drawn.
 *
 * @param found false for "not in your manuals"
 * @param byModel whether a language model worded it
 * @param writer the model's name, or {@code extract}
 * @param missing what was looked for and not found; blank when it is the whole question
 * @param unproven whether a part was struck out
 */
public record AnswerView(
        boolean found,
        boolean byModel,
        String writer,
        String missing,
        List<AnswerBlock> blocks,
        List<CitationView> citations,
        boolean unproven) {
    private static final String EXTRACT = "extract";

    static AnswerView of(Exchange exchange, Answer answer) {
        List<CitationView> citations = answer.citations().stream()
                .map(citation -> CitationView.of(exchange, citation))
                .toList();
        return switch (answer) {
            case Answer.Answered said -> {
                List<AnswerBlock> blocks = AnswerBlock.of(said.parts());
                yield new AnswerView(
                        true,
                        !EXTRACT.equals(said.writer()),
                        said.writer(),
                        "",
                        blocks,
                        citations,
                        blocks.stream().anyMatch(AnswerBlock::struckOut));
            }
            case Answer.NotInManuals silent ->
                new AnswerView(false, false, EXTRACT, silent.missing(), List.of(), citations, false);
        };
    }
}
