package org.fieldwright.rag.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings runs into the order a person reads them: columns one after the other, tables row by row. A region is cut into
 * bands of lines that share gutters (strips without any text); each band is then columns or a table by how it looks.
 */
final class ReadingOrder {
    private static final int DEEPEST = 6;

    /** In sizes of the font. */
    private static final double GUTTER = 0.7;

    private static final double SAME_LINE = 0.35;

    private final List<Rule> rules;
    private final List<Rule> walls;
    private final Emitter out;

    ReadingOrder(List<Rule> rules, Emitter out) {
        this.rules = rules.stream().filter(Rule::isHorizontal).toList();
        this.walls = rules.stream().filter(Rule::isVertical).toList();
        this.out = out;
    }

    /** Takes what is read, in order. */
    interface Emitter {
        void line(List<Run> runs);

        void row(List<List<Run>> cells);

        void paragraphEnd();
    }

    /** A line of a region: runs on the same base line. */
    record Row(List<Run> runs, double v, double size) {
        double top() {
            return runs.stream().mapToDouble(Run::top).min().orElse(0);
        }

        double bottom() {
            return runs.stream().mapToDouble(Run::bottom).max().orElse(0);
        }
    }

    /** A strip of the region without text. */
    record Gap(double from, double to) {
        double width() {
            return to - from;
        }
    }

    void read(List<Run> runs) {
        read(runs, 0);
    }

    private void read(List<Run> runs, int depth) {
        List<Row> rows = rows(runs);
        double from = runs.stream().mapToDouble(Run::u0).min().orElse(0);
        double to = runs.stream().mapToDouble(Run::u1).max().orElse(0);
        int i = 0;
        List<Row> plain = new ArrayList<>();
        while (i < rows.size()) {
            Band band = depth < DEEPEST ? band(rows, i, from, to) : null;
            if (band == null || (band.end == i + 1 && isStretched(rows, i))) {
                plain.add(band == null ? rows.get(i) : joined(rows.get(i)));
                i++;
                continue;
            }
            plain(plain);
            plain.clear();
            emit(band, depth);
            i = band.end;
        }
        plain(plain);
    }

    /** A line between lines without gaps whose own gaps only come from stretching it to the full width. */
    private static boolean isStretched(List<Row> rows, int i) {
        Row row = rows.get(i);
        for (int k = 1; k < row.runs().size(); k++) {
            if (row.runs().get(k).u0() - row.runs().get(k - 1).u1() > 3.5 * row.size()) {
                return false;
            }
        }
        Row neighbour = i + 1 < rows.size() ? rows.get(i + 1) : i > 0 ? rows.get(i - 1) : null;
        return neighbour != null
                && Math.abs(neighbour.v() - row.v()) < 2.2 * row.size()
                && Math.abs(neighbour.runs().getFirst().u0()
                                - row.runs().getFirst().u0())
                        < 2 * row.size();
    }

    private static Row joined(Row row) {
        List<Token> all = row.runs().stream().flatMap(r -> r.tokens().stream()).toList();
        return new Row(List.of(Run.of(all)), row.v(), row.size());
    }

    static List<Row> rows(List<Run> runs) {
        List<Run> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingDouble(Run::v).thenComparingDouble(Run::u0));
        List<Row> rows = new ArrayList<>();
        List<Run> current = new ArrayList<>();
        for (Run run : sorted) {
            if (!current.isEmpty()) {
                Run first = current.getFirst();
                if (run.v() - first.v() > SAME_LINE * Math.min(first.size(), run.size())) {
                    rows.add(row(current));
                    current = new ArrayList<>();
                }
            }
            current.add(run);
        }
        if (!current.isEmpty()) {
            rows.add(row(current));
        }
        return rows;
    }

    private static Row row(List<Run> runs) {
        runs.sort(Comparator.comparingDouble(Run::u0));
        double size = runs.stream().mapToDouble(Run::size).max().orElse(0);
        return new Row(List.copyOf(runs), runs.getFirst().v(), size);
    }

    /** Lines that share gutters. */
    private record Band(List<Row> rows, List<Gap> gutters, int end) {}

    /** The longest band that begins at a line, or null when nothing stands side by side there. */
    private Band band(List<Row> rows, int start, double from, double to) {
        Row first = rows.get(start);
        List<Gap> gaps = gapsOf(first, from, to);
        Reach reach = new Reach().with(first);
        int end = start + 1;
        int manyRuns = first.runs().size() > 1 ? 1 : 0;
        while (end < rows.size()) {
            Row next = rows.get(end);
            List<Gap> shared = intersect(gaps, gapsOf(next, from, to), next);
            Reach further = reach.with(next);
            int before = gutters(gaps, reach).size();
            int after = gutters(shared, further).size();
            Row last = rows.get(end - 1);
            double pause = (next.top() - last.bottom()) / Math.max(last.size(), next.size());
            boolean tableSoFar = manyRuns * 2 > end - start;
            boolean apart = pause > (tableSoFar ? 1.2 : 4);
            if (shared.isEmpty()
                    || after * 2 < before
                    || (apart && (after < before || next.runs().size() == 1))) {
                break;
            }
            gaps = shared;
            reach = further;
            manyRuns += next.runs().size() > 1 ? 1 : 0;
            end++;
        }
        List<Gap> gutters = gutters(gaps, reach);
        List<Row> members = rows.subList(start, end);
        return gutters.isEmpty() || !isSideBySide(members) ? null : new Band(members, gutters, end);
    }

    /** Whether lines stand beside each other somewhere, on the same base line or not. */
    private static boolean isSideBySide(List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).runs().size() > 1) {
                return true;
            }
            if (i > 0
                    && rows.get(i).v() - rows.get(i - 1).v()
                            < 0.75
                                    * Math.min(
                                            rows.get(i).size(), rows.get(i - 1).size())) {
                return true;
            }
        }
        return false;
    }

    /** How far to the left some run ends and how far to the right some run begins. */
    private record Reach(double leastEnd, double furthestStart) {
        Reach() {
            this(Double.MAX_VALUE, -Double.MAX_VALUE);
        }

        Reach with(Row row) {
            double end = row.runs().stream().mapToDouble(Run::u1).min().orElse(Double.MAX_VALUE);
            return new Reach(
                    Math.min(leastEnd, end),
                    Math.max(furthestStart, row.runs().getLast().u0()));
        }
    }

    private static List<Gap> gapsOf(Row row, double from, double to) {
        List<Gap> gaps = new ArrayList<>();
        double u = from;
        for (Run run : row.runs()) {
            if (run.u0() > u) {
                gaps.add(new Gap(u, run.u0()));
            }
            u = Math.max(u, run.u1());
        }
        if (to > u) {
            gaps.add(new Gap(u, to));
        }
        return gaps;
    }

    private List<Gap> intersect(List<Gap> a, List<Gap> b, Row row) {
        List<Gap> shared = new ArrayList<>();
        for (Gap x : a) {
            for (Gap y : b) {
                double from = Math.max(x.from(), y.from());
                double to = Math.min(x.to(), y.to());
                if (to - from >= GUTTER * row.size() || (to > from && hasWall(from, to, row))) {
                    shared.add(new Gap(from, to));
                }
            }
        }
        return shared;
    }

    /** A line drawn between columns parts them, however close they stand. */
    private boolean hasWall(double from, double to, Row row) {
        double v = row.v() - 0.3 * row.size();
        return walls.stream().anyMatch(w -> w.u1() > from - 1 && w.u0() < to + 1 && w.v0() <= v && w.v1() >= v);
    }

    /** The gaps with text on both sides. */
    private static List<Gap> gutters(List<Gap> gaps, Reach reach) {
        return gaps.stream()
                .filter(gap -> reach.leastEnd() <= gap.from() + 0.1 && reach.furthestStart() >= gap.to() - 0.1)
                .toList();
    }

    private void emit(Band band, int depth) {
        List<List<Run>> columns = columns(band);
        if (looksLikeColumns(band, columns)) {
            for (List<Run> column : columns) {
                read(column, depth + 1);
                out.paragraphEnd();
            }
        } else {
            new TableRows(band.rows(), band.gutters(), rules).emit(out);
        }
    }

    private static List<List<Run>> columns(Band band) {
        List<List<Run>> columns = new ArrayList<>();
        for (int i = 0; i <= band.gutters().size(); i++) {
            columns.add(new ArrayList<>());
        }
        for (Row row : band.rows()) {
            for (Run run : row.runs()) {
                columns.get(columnOf(run, band.gutters())).add(run);
            }
        }
        return columns;
    }

    static int columnOf(Run run, List<Gap> gutters) {
        double middle = (run.u0() + run.u1()) / 2;
        int column = 0;
        while (column < gutters.size() && middle > gutters.get(column).to()) {
            column++;
        }
        return column;
    }

    /** Columns of prose are filled to the edge and go on side by side; cells are short, and begin and end together. */
    private boolean looksLikeColumns(Band band, List<List<Run>> columns) {
        if (columns.size() > 4) {
            return false;
        }
        long ruled = rules.stream()
                .filter(r -> r.v0() > band.rows().getFirst().top() - 2
                        && r.v1() < band.rows().getLast().bottom() + 2)
                .filter(r -> band.gutters().stream().anyMatch(g -> r.u0() < g.from() && r.u1() > g.to()))
                .map(r -> Math.round(r.v0() / 3))
                .distinct()
                .count();
        double aligned = alignment(columns);
        if (ruled >= 2 && ruled * (aligned < 0.45 ? 5 : 10) >= band.rows().size()) {
            return false;
        }
        if (aligned < 0.45 && band.rows().size() > 2) {
            return true;
        }
        int prose = 0;
        for (List<Run> column : columns) {
            prose += isProse(column) ? 1 : 0;
        }
        return prose == columns.size()
                && columns.stream().allMatch(c -> c.size() >= 2)
                && jointBreaks(band) * 4 < band.rows().size();
    }

    /** How many lines of the shortest column stand beside a line of another one. */
    private static double alignment(List<List<Run>> columns) {
        double least = 1;
        for (int i = 0; i + 1 < columns.size(); i++) {
            List<Run> a = columns.get(i);
            List<Run> b = columns.get(i + 1);
            List<Run> fewer = a.size() <= b.size() ? a : b;
            List<Run> more = a.size() <= b.size() ? b : a;
            long beside = fewer.stream()
                    .filter(f -> more.stream().anyMatch(m -> Math.abs(m.v() - f.v()) < SAME_LINE * f.size()))
                    .count();
            least = Math.min(least, fewer.isEmpty() ? 1 : beside / (double) fewer.size());
        }
        return least;
    }

    private static boolean isProse(List<Run> column) {
        double from = column.stream().mapToDouble(Run::u0).min().orElse(0);
        double to = column.stream().mapToDouble(Run::u1).max().orElse(0);
        double width = Math.max(1, to - from);
        double filled = column.stream().mapToDouble(r -> r.u1() - from).sum() / column.size() / width;
        double words = column.stream().mapToInt(r -> r.tokens().size()).sum() / (double) column.size();
        return filled > 0.62 && words >= 3.5;
    }

    /** How often all columns pause together: between the rows of a table, not between paragraphs of columns. */
    private static int jointBreaks(Band band) {
        int breaks = 0;
        for (int i = 1; i < band.rows().size(); i++) {
            Row above = band.rows().get(i - 1);
            Row below = band.rows().get(i);
            boolean allBegin = below.runs().size() > band.gutters().size();
            if (allBegin && below.top() - above.bottom() > 0.35 * below.size()) {
                breaks++;
            }
        }
        return breaks;
    }

    private void plain(List<Row> rows) {
        Row last = null;
        for (Row row : rows) {
            if (last != null && endsParagraph(last, row)) {
                out.paragraphEnd();
            }
            out.line(row.runs());
            last = row;
        }
        if (!rows.isEmpty()) {
            out.paragraphEnd();
        }
    }

    private static boolean endsParagraph(Row above, Row below) {
        double size = Math.max(above.size(), below.size());
        double ratio = above.size() / below.size();
        return below.v() - above.v() > 1.7 * size || ratio > 1.15 || ratio < 0.87;
    }
}
