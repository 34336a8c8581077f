package org.fieldwright.domain.manual;

/** A file cannot be read, for a reason that can be told. */
public class UnreadableManualException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ReadingProblem problem;

    public UnreadableManualException(ReadingProblem problem) {
        this(problem, null);
    }

    public UnreadableManualException(ReadingProblem problem, Throwable cause) {
        super(problem.whatHappened(), cause);
        this.problem = problem;
    }

    public ReadingProblem problem() {
        return problem;
    }
}
