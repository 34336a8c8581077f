package org.fieldwright.evaluation;

import java.util.Optional;
import org.fieldwright.domain.manual.ReadingProblem;

/**
 * What became of a file.
 *
 * @param pages that were indexed; 0 when it was left out
 * @param problem why it was left out; empty when it was not
 */
record FileTakenIn(String file, int pages, Optional<ReadingProblem> problem) {
    String inWords() {
        return file + ": "
                + problem.map(reason -> "left out. " + reason.whatHappened()).orElse(pages + " pages");
    }
}
