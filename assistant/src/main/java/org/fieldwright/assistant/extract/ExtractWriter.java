package org.fieldwright.assistant.extract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldwright.assistant.quote.Citations;
import org.fieldwright.assistant.quote.EvidencePage;
import org.fieldwright.assistant.quote.EvidencePages;
import org.fieldwright.assistant.quote.Stretch;
import org.fieldwright.domain.copilot.Answer;
import org.fieldwright.domain.copilot.AnswerPart;
import org.fieldwright.domain.copilot.AnswerWriter;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.copilot.WordForWord;

/** Quotes the evidence. */
@WordForWord
@ApplicationScoped
class ExtractWriter implements AnswerWriter {
    private EvidencePages pages;

    /** For the container's proxy. */
    protected ExtractWriter() {}

    @Inject
    ExtractWriter(EvidencePages pages) {
        this.pages = pages;
    }

    @Override
    public String name() {
        return "extract";
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Answer write(ManualQuestion question, List<Evidence> evidence, Consumer<String> heard) {
        if (evidence.isEmpty()) {
            return new Answer.NotInManuals("", Optional.empty());
        }
        Citations citations = new Citations();
        EvidencePage best = pages.of(evidence).getFirst();
        Stretch stretch = best.closestTo(question.text()).orElseThrow();
        int number = citations.cite(best.evidence(), best.number(), best.page(), stretch);
        return new Answer.Answered(
                name(),
                List.of(new AnswerPart(stretch.kind().shownAs(), stretch.text(), List.of(number))),
                citations.all());
    }
}
