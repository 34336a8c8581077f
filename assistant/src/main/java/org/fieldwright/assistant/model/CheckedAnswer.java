package org.fieldwright.assistant.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fieldwright.assistant.quote.Citations;
import org.fieldwright.assistant.quote.EvidencePage;
import org.fieldwright.assistant.quote.Stretch;
import org.fieldwright.domain.copilot.Answer;
import org.fieldwright.domain.copilot.AnswerFailedException;
import org.fieldwright.domain.copilot.AnswerPart;
import org.fieldwright.domain.copilot.Citation;
import org.fieldwright.domain.copilot.EvidenceGuard;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.copilot.Words;

/** Turns what a model wrote into an answer: checked claim by claim, each with the words of the page that carry it. */
final class CheckedAnswer {
    private final String writer;
    private final Map<Integer, List<EvidencePage>> pagesByNumber;
    private final EvidenceGuard guard = new EvidenceGuard();

    /** @param pages of the passages the model was shown, in their order */
    CheckedAnswer(String writer, List<EvidencePage> pages) {
        this.writer = writer;
        this.pagesByNumber = pages.stream()
                .collect(Collectors.groupingBy(page -> page.rank() + 1, TreeMap::new, Collectors.toList()));
    }

    private record Quoted(EvidencePage page, Stretch stretch) {}

    /** @throws AnswerFailedException when nothing of it is borne out */
    Answer of(ManualQuestion question, String written) {
        if (saysNotThere(written)) {
            return new Answer.NotInManuals("", nearest(question));
        }
        List<AnswerPart> parts = guard.check(written, sources());
        if (parts.stream().noneMatch(part -> part.kind() == AnswerPart.Kind.PROSE)) {
            throw new AnswerFailedException(
                    "The language model's answer was not borne out by the pages it named, so it is not shown.");
        }
        return cited(parts);
    }

    /** Numbers the pages by the rank of the evidence, so that the best comes first, whichever the model named first. */
    private Answer cited(List<AnswerPart> parts) {
        List<List<Quoted>> quotes = parts.stream().map(this::quotes).toList();
        Citations citations = new Citations();
        quotes.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(quoted -> quoted.page().rank()))
                .forEach(quoted -> cite(citations, quoted));
        List<AnswerPart> numbered = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Integer> numbers = quotes.get(i).stream()
                    .map(quoted -> cite(citations, quoted))
                    .distinct()
                    .sorted()
                    .toList();
            numbered.add(new AnswerPart(parts.get(i).kind(), parts.get(i).text(), numbers));
        }
        return new Answer.Answered(writer, numbered, citations.all());
    }

    private static int cite(Citations citations, Quoted quoted) {
        EvidencePage page = quoted.page();
        return citations.cite(page.evidence(), page.number(), page.page(), quoted.stretch());
    }

    /** For each passage a claim cites, the words there that are closest to it; what is not borne out marks nothing. */
    private List<Quoted> quotes(AnswerPart part) {
        if (part.kind() == AnswerPart.Kind.UNPROVEN) {
            return List.of();
        }
        return part.citations().stream()
                .flatMap(number -> closest(pagesByNumber.get(number), part.text()).stream())
                .toList();
    }

    private static Optional<Quoted> closest(List<EvidencePage> pages, String words) {
        return pages.stream()
                .flatMap(page -> page.closestTo(words).map(stretch -> new Quoted(page, stretch)).stream())
                .max(Comparator.comparingDouble(
                        quoted -> Words.shared(quoted.stretch().text(), words)));
    }

    private Optional<Citation> nearest(ManualQuestion question) {
        return closest(pagesByNumber.get(1), question.text()).map(quoted -> {
            Citations citations = new Citations();
            cite(citations, quoted);
            return citations.all().getFirst();
        });
    }

    private static boolean saysNotThere(String written) {
        return written.strip()
                .replaceAll("[*_\"'`.]", "")
                .toUpperCase(Locale.ROOT)
                .startsWith(Prompt.NOT_THERE);
    }

    private Map<Integer, EvidenceGuard.Source> sources() {
        Map<Integer, EvidenceGuard.Source> sources = new HashMap<>();
        pagesByNumber.forEach((number, pages) -> sources.put(
                number,
                new EvidenceGuard.Source(
                        pages.stream().map(EvidencePage::text).collect(Collectors.joining("\n")),
                        pages.getFirst().about())));
        return sources;
    }
}
