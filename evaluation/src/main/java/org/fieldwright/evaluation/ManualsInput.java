package org.fieldwright.evaluation;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Manuals, and questions about them: what the commands that ask manuals want to be given. */
final class ManualsInput {
    @Option(names = "--manuals", required = true, description = "The folder with the manuals.")
    private Path manuals;

    @Option(names = "--questions", required = true, description = "The questions, one JSON object a line.")
    private Path questions;

    @Option(names = "--cache", description = "A folder that keeps what was read and embedded for the next time.")
    private Path cache;

    @Option(names = "--misses", description = "List the questions that the product gets wrong.")
    private boolean misses;

    List<Question> questions() {
        return Question.read(questions);
    }

    /** Takes the manuals in and says what became of each file. */
    IndexedManuals takeIn(PrintWriter people) {
        IndexedManuals indexed = new IndexedManuals(manuals, Optional.ofNullable(cache), people);
        indexed.files().forEach(file -> people.println(file.inWords()));
        people.flush();
        return indexed;
    }

    /** The questions whose pages are known. */
    List<Question> answerable() {
        List<Question> answerable =
                questions().stream().filter(Question::isAnswerable).toList();
        if (answerable.isEmpty()) {
            throw new InputException(questions + " has no question with a known page.");
        }
        return answerable;
    }

    boolean wantsMisses() {
        return misses;
    }
}
