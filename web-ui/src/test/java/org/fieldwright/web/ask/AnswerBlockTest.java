package org.fieldwright.web.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fieldwright.domain.copilot.AnswerPart;
import org.junit.jupiter.api.Test;

class AnswerBlockTest {
    @Test
    void neighbouring_steps_are_one_list_and_neighbouring_rows_one_table() {
        List<AnswerBlock> blocks = AnswerBlock.of(List.of(
                part(AnswerPart.Kind.WARNING, "Switch off."),
                part(AnswerPart.Kind.STEP, "Open the panel."),
                part(AnswerPart.Kind.STEP, "Pull the plug."),
                part(AnswerPart.Kind.ROW, "E3\tflame"),
                part(AnswerPart.Kind.ROW, "E4\tpressure"),
                part(AnswerPart.Kind.STEP, "Close the panel.")));

        assertThat(blocks)
                .extracting(AnswerBlock::kind)
                .containsExactly(
                        AnswerPart.Kind.WARNING, AnswerPart.Kind.STEP, AnswerPart.Kind.ROW, AnswerPart.Kind.STEP);
        assertThat(blocks.get(1).lines())
                .extracting(AnswerBlock.Line::text)
                .containsExactly("Open the panel.", "Pull the plug.");
    }

    @Test
    void quotes_stand_alone_each() {
        List<AnswerBlock> blocks =
                AnswerBlock.of(List.of(part(AnswerPart.Kind.QUOTE, "One."), part(AnswerPart.Kind.QUOTE, "Two.")));

        assertThat(blocks).hasSize(2);
    }

    @Test
    void a_row_keeps_its_empty_cells() {
        List<AnswerBlock> blocks = AnswerBlock.of(List.of(part(AnswerPart.Kind.ROW, "E3\t\tcheck the rod\t")));

        assertThat(blocks.getFirst().lines().getFirst().cells()).containsExactly("E3", "", "check the rod", "");
    }

    @Test
    void only_what_the_page_does_not_bear_out_is_struck_out() {
        List<AnswerBlock> blocks =
                AnswerBlock.of(List.of(part(AnswerPart.Kind.PROSE, "Yes."), part(AnswerPart.Kind.UNPROVEN, "No.")));

        assertThat(blocks).extracting(AnswerBlock::struckOut).containsExactly(false, true);
    }

    private static AnswerPart part(AnswerPart.Kind kind, String text) {
        return new AnswerPart(kind, text, List.of(1));
    }
}
