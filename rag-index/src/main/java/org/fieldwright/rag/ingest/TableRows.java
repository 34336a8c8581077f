package org.fieldwright.rag.ingest;

import java.util.ArrayList;
import java.util.List;

/** Puts the lines of a table together to rows: a cell may hold several lines. */
final class TableRows {
    private final List<ReadingOrder.Row> lines;
    private final List<ReadingOrder.Gap> gutters;
    private final List<Double> borders;

    TableRows(List<ReadingOrder.Row> lines, List<ReadingOrder.Gap> gutters, List<Rule> rules) {
        this.lines = lines;
        this.gutters = gutters;
        double top = lines.getFirst().top() - 3;
        double bottom = lines.getLast().bottom() + 3;
        this.borders = rules.stream()
                .filter(r -> r.v0() > top && r.v1() < bottom)
                .filter(r -> gutters.stream().anyMatch(g -> r.u0() < g.from() + 1 && r.u1() > g.to() - 1))
                .map(Rule::v0)
                .sorted()
                .toList();
    }

    void emit(ReadingOrder.Emitter out) {
        for (List<ReadingOrder.Row> group : groups()) {
            out.row(cells(group));
        }
        out.paragraphEnd();
    }

    private List<List<ReadingOrder.Row>> groups() {
        boolean ruled = isRuledRowByRow();
        List<List<ReadingOrder.Row>> groups = new ArrayList<>();
        List<ReadingOrder.Row> current = new ArrayList<>();
        for (ReadingOrder.Row line : lines) {
            if (!current.isEmpty()) {
                ReadingOrder.Row last = current.getLast();
                boolean border = hasBorderBetween(last, line);
                if (ruled ? border : border || !continues(current, line)) {
                    groups.add(current);
                    current = new ArrayList<>();
                }
            }
            current.add(line);
        }
        groups.add(current);
        return groups;
    }

    /** Whether the drawn lines separate rows, and not only the head or the outside of the table. */
    private boolean isRuledRowByRow() {
        int between = 0;
        int longest = 0;
        int since = 1;
        for (int i = 1; i < lines.size(); i++) {
            if (hasBorderBetween(lines.get(i - 1), lines.get(i))) {
                between++;
                longest = Math.max(longest, since);
                since = 1;
            } else {
                since++;
            }
        }
        longest = Math.max(longest, since);
        return between >= 2 && longest <= Math.max(8, lines.size() / 3);
    }

    private boolean hasBorderBetween(ReadingOrder.Row above, ReadingOrder.Row below) {
        return borders.stream().anyMatch(v -> v > above.v() - 0.2 * above.size() && v < below.v() - 0.3 * below.size());
    }

    /** A line that goes on with the row above: one cell only, not the first, close under text that filled its cell. */
    private boolean continues(List<ReadingOrder.Row> row, ReadingOrder.Row line) {
        ReadingOrder.Row last = row.getLast();
        boolean close = line.v() - last.v() < 1.45 * Math.max(line.size(), last.size());
        if (!close) {
            return false;
        }
        boolean startsInFirstColumn = line.runs().stream().anyMatch(r -> ReadingOrder.columnOf(r, gutters) == 0);
        return !startsInFirstColumn && line.runs().size() <= Math.max(1, gutters.size() - 1);
    }

    private List<List<Run>> cells(List<ReadingOrder.Row> group) {
        List<List<Run>> cells = new ArrayList<>();
        for (int i = 0; i <= gutters.size(); i++) {
            cells.add(new ArrayList<>());
        }
        for (ReadingOrder.Row line : group) {
            for (Run run : line.runs()) {
                cells.get(ReadingOrder.columnOf(run, gutters)).add(run);
            }
        }
        return cells;
    }
}
