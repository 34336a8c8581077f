package org.fieldwright.assistant.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldwright.domain.copilot.AnswerWriterContract.HEATER;

import org.fieldwright.assistant.quote.EvidencePages;
import org.fieldwright.domain.copilot.Answer;
import org.fieldwright.domain.copilot.AnswerPart;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.junit.jupiter.api.Test;

class ExtractWriterTest {
    private final ExtractWriter writer = new ExtractWriter(new EvidencePages(HEATER.library()));

    @Test
    void of_a_table_with_the_code_asked_about_no_other_code_is_quoted() {
        String question = "What does fault code E4 mean, overheated or no ignition?";

        Answer answer = writer.write(ManualQuestion.of(question), HEATER.evidenceFor(question), text -> {});

        assertThat(((Answer.Answered) answer).parts())
                .extracting(AnswerPart::text)
                .anyMatch(text -> text.startsWith("E4"))
                .noneMatch(text -> text.startsWith("E1") || text.startsWith("E5"));
    }
}
