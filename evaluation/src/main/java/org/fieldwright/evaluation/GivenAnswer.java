package org.fieldwright.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldwright.domain.copilot.Answer;
import org.fieldwright.domain.copilot.AnswerPart;
import org.fieldwright.domain.copilot.Citation;
import org.fieldwright.domain.copilot.Words;

/** What the copilot answered to a question, held against what it should have answered. */
record GivenAnswer(Question question, Answer answer, List<Page> cited) {
    /** Stands in the data where a table is a picture and nothing can be searched for. */
    private static final String PICTURE = "IMAGE";

    /** The share of the gold answer's words that make it right where there is no pattern. */
    private static final double MOST_WORDS = 0.6;

    static GivenAnswer of(Question question, Answer answer, IndexedManuals manuals) {
        List<Page> cited = answer.citations().stream()
                .map(citation -> new Page(manuals.fileName(citation.manual()), citation.page()))
                .toList();
        return new GivenAnswer(question, answer, cited);
    }

    boolean isRefused() {
        return answer instanceof Answer.NotInManuals;
    }

    /** A refusal contains nothing, however near its nearest page is. */
    boolean containsGold() {
        if (isRefused()) {
            return false;
        }
        String shown = shown();
        if (question.checkRegex().equals(PICTURE)) {
            Set<String> wanted = Words.telling(question.answer());
            Set<String> said = new HashSet<>(Words.in(shown));
            return wanted.stream().filter(said::contains).count() >= MOST_WORDS * wanted.size();
        }
        return Pattern.compile(question.checkRegex()).matcher(shown).find();
    }

    boolean citesGold() {
        return !isRefused() && cited.stream().anyMatch(Page.gold(question)::contains);
    }

    /** The texts of the answer and of its quotes as a page shows them: white space is one space. */
    String shown() {
        Stream<String> parts = switch (answer) {
            case Answer.Answered answered -> answered.parts().stream().map(AnswerPart::text);
            case Answer.NotInManuals refusal -> Stream.of(refusal.missing());
        };
        return Stream.concat(parts, answer.citations().stream().map(Citation::quote))
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining("\n"));
    }

    String inWords() {
        Optional<String> missing =
                answer instanceof Answer.NotInManuals refusal ? Optional.of(refusal.missing()) : Optional.empty();
        String said = missing.map(what -> "  not in your manuals, missing: " + what + "\n")
                .orElseGet(() -> ((Answer.Answered) answer)
                        .parts().stream()
                                .map(part -> "  " + part.kind() + " " + part.citations() + " "
                                        + part.text().replace("\t", " | ") + "\n")
                                .collect(Collectors.joining()));
        return String.format(
                Locale.ROOT,
                "%s %s%n  %s%n  wanted %s %s, %s; cited %s%n%s",
                question.qid(),
                question.type(),
                question.question(),
                question.doc(),
                question.goldPages(),
                question.answer(),
                cited,
                said);
    }
}
