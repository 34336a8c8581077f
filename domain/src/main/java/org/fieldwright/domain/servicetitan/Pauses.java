package org.fieldwright.domain.servicetitan;

import java.time.Duration;

/** How long to leave ServiceTitan alone after a failure. */
public final class Pauses {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** What a person has to put right is looked at again after this, so that it heals without a click. */
    private static final Duration FOR_A_PERSON = Duration.ofMinutes(15);

    private static final int MOST_DOUBLINGS = 6;

    private Pauses() {}

    /**
     * As long as they asked for, else twice as long each time.
     *
     * @param before how many tries in a row had failed before this one
     */
    public static Duration after(ServiceTitanException failure, int before) {
        if (!failure.trouble().passes()) {
            return FOR_A_PERSON;
        }
        if (failure.trouble() == Trouble.RESTING) {
            return failure.askedToWait().orElse(REST); // nobody was asked: this was no try
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
        Duration own = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return failure.askedToWait().filter(asked -> asked.compareTo(own) > 0).orElse(own);
    }
}
