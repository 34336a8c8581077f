package org.fieldwright.domain.job;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which jobs, in which order.
 *
 * @param words the beginning of a job's number, or words of the customer's name or the location's address; blank for all
 * @param status as ServiceTitan names it; empty for all
 * @param businessUnit empty for all
 * @param first from 0
 * @param max at most 200
 */
public record JobQuery(
        String words, Optional<String> status, Optional<Long> businessUnit, Order order, int first, int max) {
    private static final int MOST_ROWS = 200;

    public JobQuery {
        requireNonNull(words, "words");
        requireNonNull(order, "order");
        if (first < 0 || max < 1 || max > MOST_ROWS) {
            throw new IllegalArgumentException("rows from " + first + ", at most " + max);
        }
    }

    /** How the list is sorted. */
    public enum Order {
        NEWEST("Newest first"),
        OLDEST("Oldest first"),
        LARGEST("Largest total first");

        private final String inWords;

        Order(String inWords) {
            this.inWords = inWords;
        }

        public String inWords() {
            return inWords;
        }
    }
}
