package org.fieldwright.domain.shared;

import static java.util.Objects.requireNonNull;

/** A refusal with a code and a sentence in the user's words, safe to show. */
public class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    public FaultException(Fault fault, String sentence) {
        this(fault, sentence, null);
    }

    public FaultException(Fault fault, String sentence, Throwable cause) {
        super(requireNonNull(sentence, "sentence"), cause);
        this.fault = requireNonNull(fault, "fault");
    }

    public Fault fault() {
        return fault;
    }
}
