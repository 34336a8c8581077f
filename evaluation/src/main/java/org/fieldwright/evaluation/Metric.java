package org.fieldwright.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A measured figure.
 *
 * @param n how many cases it is the mean of
 * @param by what it is restricted to, e.g. {@code type=spec}; empty for the whole
 */
record Metric(String name, double value, long n, Map<String, String> by) {
    Metric {
        by = Map.copyOf(new TreeMap<>(by));
    }

    static <T> Metric mean(String name, List<T> cases, Map<String, String> by, ToDoubleFunction<T> value) {
        return new Metric(name, cases.stream().mapToDouble(value).average().orElse(0), cases.size(), by);
    }

    static Metric whole(String name, double value, long n) {
        return new Metric(name, value, n, Map.of());
    }
}
