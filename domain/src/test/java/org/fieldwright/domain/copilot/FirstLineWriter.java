package org.fieldwright.domain.copilot;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldwright.domain.manual.Highlight;
import org.fieldwright.domain.manual.ManualLibrary;
import org.fieldwright.domain.manual.PageText;

/** Answers with the first line of the best passage; can be told to fail or to be unavailable. */
public class FirstLineWriter implements AnswerWriter {
    private final String name;
    private final ManualLibrary library;
    private boolean available = true;
    private Optional<AnswerFailedException> failure = Optional.empty();
    private int asked;

    public FirstLineWriter(String name, ManualLibrary library) {
        this.name = name;
        this.library = library;
    }

    /** From now on nobody asks it. */
    public void switchOff() {
        available = false;
    }

    /** From now on it fails after its first words; null lets it work again. */
    public void failWith(AnswerFailedException next) {
        failure = Optional.ofNullable(next);
    }

    /** How often it was asked. */
    public int asked() {
        return asked;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean available() {
        return available;
    }

    @Override
    public Answer write(ManualQuestion question, List<Evidence> evidence, Consumer<String> heard) {
        asked++;
        if (evidence.isEmpty()) {
            return new Answer.NotInManuals("", Optional.empty());
        }
        Evidence best = evidence.getFirst();
        String line = best.passage().text().lines().findFirst().orElse("");
        heard.accept(line);
        failure.ifPresent(next -> {
            throw next;
        });
        int page = best.passage().page();
        int start = best.passage().spans().getFirst().start();
        Citation citation = new Citation(
                1,
                best.manual().id(),
                best.manual().title(),
                page,
                best.passage().id(),
                line,
                library.page(best.manual().id(), page)
                        .map((PageText text) -> Highlight.boxes(text, start, start + line.length()))
                        .orElse(List.of()),
                best.scores());
        return new Answer.Answered(
                name, List.of(new AnswerPart(AnswerPart.Kind.QUOTE, line, List.of(1))), List.of(citation));
    }
}
