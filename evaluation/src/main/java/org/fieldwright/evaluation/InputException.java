package org.fieldwright.evaluation;

/** What was handed over cannot be measured; the message says why in one line. */
class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }

    InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
