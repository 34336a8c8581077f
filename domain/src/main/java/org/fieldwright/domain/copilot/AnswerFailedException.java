package org.fieldwright.domain.copilot;

/** The language model did not finish an answer. The pages and the extract stand. */
public class AnswerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AnswerFailedException(String sentence) {
        this(sentence, null);
    }

    /** @param sentence what happened, in words for the one who asked */
    public AnswerFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
