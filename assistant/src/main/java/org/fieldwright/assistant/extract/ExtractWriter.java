package org.fieldwright.assistant.extract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldwright.assistant.quote.Citations;
import org.fieldwright.assistant.quote.EvidencePage;
import org.fieldwright.assistant.quote.EvidencePages;
import org.fieldwright.domain.copilot.Answer;
import org.fieldwright.domain.copilot.AnswerPart;
import org.fieldwright.domain.copilot.AnswerPolicy;
import org.fieldwright.domain.copilot.AnswerWriter;
import org.fieldwright.domain.copilot.Citation;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.copilot.WordForWord;

/** Quotes the evidence. */
@WordForWord
@ApplicationScoped
class ExtractWriter implements AnswerWriter {
    private final AnswerPolicy policy = new AnswerPolicy();
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
        List<EvidencePage> found = pages.of(evidence);
        List<Choice.Quoted> quotes = new Choice(question.text(), found).quotes();
        Optional<String> missing = policy.missing(question, evidence);
        if (missing.isPresent() || quotes.isEmpty()) {
            return new Answer.NotInManuals(missing.orElse(""), nearest(quotes));
        }
        Citations citations = new Citations();
        List<AnswerPart> parts = quotes.stream()
                .map(quoted -> new AnswerPart(
                        quoted.stretch().kind().shownAs(), quoted.stretch().text(), List.of(cite(citations, quoted))))
                .toList();
        return new Answer.Answered(name(), parts, citations.all());
    }

    private static Optional<Citation> nearest(List<Choice.Quoted> quotes) {
        return quotes.stream().findFirst().map(quoted -> {
            Citations citations = new Citations();
            cite(citations, quoted);
            return citations.all().getFirst();
        });
    }

    private static int cite(Citations citations, Choice.Quoted quoted) {
        EvidencePage page = quoted.page();
        return citations.cite(page.evidence(), page.number(), page.page(), quoted.stretch());
    }
}
