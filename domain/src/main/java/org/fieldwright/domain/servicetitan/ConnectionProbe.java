package org.fieldwright.domain.servicetitan;

import java.time.Duration;
import java.util.List;

/** Tries a connection without keeping it. */
public interface ConnectionProbe {
    /** Asks for a token and one small page of data. Never throws; takes at most about twenty seconds. */
    Result probe(Connection connection);

    /** What came of it. */
    sealed interface Result {
        /**
         * It works.
         *
         * @param missing scopes that the product uses and this token does not carry, sorted
         * @param clockOff how far their clock is before ours; negative when behind
         */
        record Works(List<MissingScope> missing, Duration clockOff) implements Result {
            public Works {
                missing = List.copyOf(missing);
            }
        }

        /** It does not; the sentence says why and what to do. */
        record Fails(Trouble trouble, String sentence) implements Result {}
    }

    /**
     * A scope that is not granted.
     *
     * @param scope such as {@code tn.jpm.jobs:r}
     * @param needed what does not work without it, in words
     */
    record MissingScope(String scope, String needed) {}
}
