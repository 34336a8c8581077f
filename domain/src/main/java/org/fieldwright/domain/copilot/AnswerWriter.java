package org.fieldwright.domain.copilot;

import java.util.List;
import java.util.function.Consumer;

/** Words an answer from evidence. */
public interface AnswerWriter {
    /** {@code extract}, or the model's name. */
    String name();

    /** False when it is not configured; then it is never asked. */
    boolean available();

    /**
     * Writes the answer.
     *
     * @param evidence best first; may be empty
     * @param heard hears pieces of plain text as they come, for showing only; what counts is what is returned. When it
     *     throws, nobody listens any more, and the writing stops
     * @throws AnswerFailedException when the model does not answer, not in time, or nothing that the pages bear out
     */
    Answer write(ManualQuestion question, List<Evidence> evidence, Consumer<String> heard);
}
