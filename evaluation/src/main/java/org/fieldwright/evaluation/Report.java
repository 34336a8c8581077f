package org.fieldwright.evaluation;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells metrics to programs as JSON lines, and to people as a table with a row for each restriction. */
final class Report {
    private static final int PLACES = 4;

    private Report() {}

    static void print(List<Metric> metrics, PrintWriter programs, PrintWriter people) {
        metrics.forEach(metric -> programs.println(json(metric)));
        programs.flush();
        table(metrics, people);
        people.flush();
    }

    static String json(Metric metric) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", metric.name())
                .add("value", BigDecimal.valueOf(metric.value()).setScale(PLACES, RoundingMode.HALF_UP))
                .add("n", metric.n());
        if (!metric.by().isEmpty()) {
            JsonObjectBuilder by = Json.createObjectBuilder();
            new TreeMap<>(metric.by()).forEach(by::add);
            json.add("by", by);
        }
        return json.build().toString();
    }

    private static void table(List<Metric> metrics, PrintWriter people) {
        Set<String> names = metrics.stream().map(Metric::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Map<String, Metric>> rows = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            rows.computeIfAbsent(title(metric), title -> new LinkedHashMap<>()).put(metric.name(), metric);
        }
        int width = Math.max(
                8, rows.keySet().stream().mapToInt(String::length).max().orElse(0));
        people.print(String.format(Locale.ROOT, "%-" + width + "s %6s", "", "n"));
        names.forEach(name -> people.print(String.format(Locale.ROOT, " %12s", name)));
        people.println();
        rows.forEach((title, row) -> {
            long n = row.values().iterator().next().n();
            people.print(String.format(Locale.ROOT, "%-" + width + "s %6d", title, n));
            for (String name : names) {
                Metric metric = row.get(name);
                people.print(metric == null ? " ".repeat(13) : String.format(Locale.ROOT, " %12.3f", metric.value()));
            }
            people.println();
        });
    }

    private static String title(Metric metric) {
        return metric.by().isEmpty() ? "all" : String.join(", ", new TreeMap<>(metric.by()).values());
    }
}
