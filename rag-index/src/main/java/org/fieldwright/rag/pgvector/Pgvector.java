package org.fieldwright.rag.pgvector;

/** What a database can do for vectors. */
public sealed interface Pgvector {
    /**
     * The extension is there and can be used.
     *
     * @param version as PostgreSQL names it, like {@code 0.8.4}
     */
    record Usable(String version) implements Pgvector {
        private static final String SAFE = "0.8.4";

        /** Whether clearing away deleted rows can damage the graph that vectors are found by. */
        public boolean isRisky() {
            return isBefore(version, SAFE);
        }
    }

    /** The server does not have it. */
    record Missing() implements Pgvector {}

    /**
     * It is there, and something stands in the way.
     *
     * @param reason one sentence or two, with what to do
     */
    record Unusable(String reason) implements Pgvector {}

    /** Compares versions number by number; what is not a number counts as 0. */
    static boolean isBefore(String version, String other) {
        String[] mine = version.split("\\.", -1);
        String[] others = other.split("\\.", -1);
        for (int i = 0; i < Math.max(mine.length, others.length); i++) {
            int difference = Integer.compare(number(mine, i), number(others, i));
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private static int number(String[] parts, int at) {
        return at < parts.length && parts[at].matches("\\d{1,9}") ? Integer.parseInt(parts[at]) : 0;
    }
}
