package org.fieldwright.domain.webhook;

import java.time.Instant;

/** Deliveries that were turned away at the door. Only their number is kept: anybody can send some. */
public record TurnedAway(Why why, int count, Instant last) {
    /** Why, and what an administrator can do about it. */
    public enum Why {
        NO_SIGNATURE(
                "without a signature",
                "If they came from ServiceTitan, it signs in another header than the setting fieldwright.webhooks.header says."),
        WRONG_SIGNATURE(
                "with a wrong signature",
                "If they came from ServiceTitan, its key is another than fieldwright.webhooks.key, or algorithm, encoding or prefix differ."),
        NO_JSON("of a kind that is not JSON", "ServiceTitan sends JSON: somebody else knows this address.");

        private final String inWords;
        private final String advice;

        Why(String inWords, String advice) {
            this.inWords = inWords;
            this.advice = advice;
        }

        public String inWords() {
            return inWords;
        }

        public String advice() {
            return advice;
        }
    }
}
