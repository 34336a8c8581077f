package org.fieldwright.rag.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A thin straight line drawn on the page, such as the borders of tables, in the frame of the text: either {@code u0} and
 * {@code u1} or {@code v0} and {@code v1} lie close together.
 */
record Rule(double u0, double v0, double u1, double v1) {
    private static final double THIN = 3;
    private static final double LONG = 8;

    /** Puts together what lies in one line and touches: the border of a table is often drawn cell by cell. */
    static List<Rule> joined(List<Rule> rules) {
        List<Rule> all = new ArrayList<>();
        all.addAll(joinedAlong(rules.stream().filter(Rule::isHorizontal).toList(), true));
        all.addAll(joinedAlong(rules.stream().filter(Rule::isVertical).toList(), false));
        return all;
    }

    private static List<Rule> joinedAlong(List<Rule> rules, boolean horizontal) {
        List<Rule> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.<Rule>comparingLong(r -> Math.round((horizontal ? r.v0 : r.u0) / 2))
                .thenComparingDouble(r -> horizontal ? r.u0 : r.v0));
        List<Rule> joined = new ArrayList<>();
        for (Rule rule : sorted) {
            Rule last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.touches(rule, horizontal)) {
                joined.set(
                        joined.size() - 1,
                        new Rule(
                                Math.min(last.u0, rule.u0),
                                Math.min(last.v0, rule.v0),
                                Math.max(last.u1, rule.u1),
                                Math.max(last.v1, rule.v1)));
            } else {
                joined.add(rule);
            }
        }
        return joined;
    }

    private boolean touches(Rule next, boolean horizontal) {
        return horizontal
                ? Math.abs(next.v0 - v0) < 1.5 && next.u0 <= u1 + 2
                : Math.abs(next.u0 - u0) < 1.5 && next.v0 <= v1 + 2;
    }

    boolean isHorizontal() {
        return v1 - v0 <= THIN && u1 - u0 >= LONG;
    }

    boolean isVertical() {
        return u1 - u0 <= THIN && v1 - v0 >= LONG;
    }
}
