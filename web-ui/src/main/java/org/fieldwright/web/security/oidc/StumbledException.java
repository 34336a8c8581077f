package org.fieldwright.web.security.oidc;

import org.fieldwright.web.security.Stumble;

/** A sign-in by the provider came to nothing. The message is for the log, and holds nothing secret. */
class StumbledException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Stumble stumble;

    StumbledException(Stumble stumble, String forTheLog) {
        this(stumble, forTheLog, null);
    }

    StumbledException(Stumble stumble, String forTheLog, Throwable cause) {
        super(forTheLog, cause);
        this.stumble = stumble;
    }

    Stumble stumble() {
        return stumble;
    }
}
