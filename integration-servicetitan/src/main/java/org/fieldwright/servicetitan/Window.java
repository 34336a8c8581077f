package org.fieldwright.servicetitan;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a list that is asked for changes is read: a stretch of time, page by page, sorted by id. Who is changed meanwhile leaves the stretch,
 * and the rows behind move up. So the first page tells how many there are, and then they are read from the last page to the first: what moves,
 * moves to where it is still read. A list that became longer is read once more. The next stretch begins a little before the end of this one.
 *
 * @param since where the stretch begins; empty at the beginning of all
 * @param until where it ends; empty before its first page is read
 * @param page the next one, from 1
 * @param total how many rows there were at the last page; empty before the first, and where that is not said
 * @param grown whether rows came in while it was read
 * @param rounds how often in a row it was read once more
 */
record Window(
        Optional<Instant> since, Optional<Instant> until, int page, OptionalLong total, boolean grown, int rounds) {
    /** Changes are seen a little later there than their time says. */
    private static final Duration BEFORE_NOW = Duration.ofSeconds(30);

    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final int MOST_ROUNDS = 3;

    static final Window FIRST = new Window(Optional.empty(), Optional.empty(), 1, OptionalLong.empty(), false, 0);

    /** The same stretch with an end, if it has none yet. */
    Window opened(Instant theirNow) {
        return until.isPresent()
                ? this
                : new Window(since, Optional.of(theirNow.minus(BEFORE_NOW)), 1, OptionalLong.empty(), false, rounds);
    }

    /** Whether there is any time in it. */
    boolean isEmpty() {
        return since.isPresent() && until.isPresent() && !since.get().isBefore(until.get());
    }

    /**
     * After a page.
     *
     * @param rowsNow how many there are in all, by this page
     * @param size how many are on a page
     */
    Window after(OptionalLong rowsNow, int size, boolean hasMore) {
        if (total.isEmpty()) {
            return hasMore ? on(rowsNow, size) : closed(grown);
        }
        OptionalLong rows = rowsNow.isPresent() ? rowsNow : total;
        boolean longer = grown || rows.getAsLong() > total.getAsLong();
        return page > 1 ? new Window(since, until, page - 1, rows, longer, rounds) : closed(longer);
    }

    /** From the end, or from here where nobody knows the end. */
    private Window on(OptionalLong rowsNow, int size) {
        int next = rowsNow.isPresent() ? (int) Math.max(2, Math.ceilDiv(rowsNow.getAsLong(), size)) : page + 1;
        return new Window(since, until, next, rowsNow, grown, rounds);
    }

    private Window closed(boolean longer) {
        boolean again = longer && rounds < MOST_ROUNDS;
        return new Window(
                again ? since : until.map(end -> end.minus(OVERLAP)),
                Optional.empty(),
                1,
                OptionalLong.empty(),
                false,
                again ? rounds + 1 : 0);
    }

    /** Whether there is something to read at once. */
    boolean goesOn() {
        return until.isPresent() || rounds > 0;
    }

    @Override
    public String toString() {
        return String.join(
                ";",
                since.map(Instant::toString).orElse(""),
                until.map(Instant::toString).orElse(""),
                Integer.toString(page),
                total.isPresent() ? Long.toString(total.getAsLong()) : "",
                grown ? "grown" : "",
                Integer.toString(rounds));
    }

    /** Reads what {@link #toString} wrote; what it did not write is the beginning. */
    static Window of(String position) {
        String[] parts = position.split(";", -1);
        if (parts.length != 6) {
            return FIRST;
        }
        try {
            return new Window(
                    time(parts[0]),
                    time(parts[1]),
                    Integer.parseInt(parts[2]),
                    parts[3].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts[3])),
                    !parts[4].isEmpty(),
                    Integer.parseInt(parts[5]));
        } catch (DateTimeParseException | NumberFormatException notOurs) {
            return FIRST;
        }
    }

    private static Optional<Instant> time(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
