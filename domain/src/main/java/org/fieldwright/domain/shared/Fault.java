package org.fieldwright.domain.shared;

/** The code on every error: stable, so that a person can quote it and a program can branch on it. */
public enum Fault {
    NOT_SIGNED_IN(401),
    NOT_ALLOWED(403),
    NOT_FOUND(404),
    CONFLICT(409),
    GONE(410),
    TOO_LARGE(413),
    UNSUPPORTED_FILE(415),
    INVALID(422),
    TOO_MANY(429),
    UNAVAILABLE(503);

    private final int httpStatus;

    Fault(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    /** The HTTP status that stands for this fault at the edge. */
    public int httpStatus() {
        return httpStatus;
    }
}
