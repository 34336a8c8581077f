package org.fieldwright.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** How long one kind of thing took, time after time. */
final class Stopwatch {
    private static final double NANOS = 1e6;

    private final List<Long> took = new ArrayList<>();

    <T> T time(Supplier<T> work) {
        long began = System.nanoTime();
        T result = work.get();
        took.add(System.nanoTime() - began);
        return result;
    }

    /** In milliseconds: what the given share of the times did not exceed. */
    double within(double share) {
        List<Long> sorted = took.stream().sorted().toList();
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.isEmpty() ? 0 : sorted.get(Math.clamp(index, 0, sorted.size() - 1)) / NANOS;
    }

    String inWords(String what) {
        return String.format(
                Locale.ROOT,
                "%s took %.0f ms in half of %d cases, %.0f ms in 95 of 100, %.0f ms at most.",
                what,
                within(0.5),
                took.size(),
                within(0.95),
                within(1));
    }
}
