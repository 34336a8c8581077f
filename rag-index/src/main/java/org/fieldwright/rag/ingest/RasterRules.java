package org.fieldwright.rag.ingest;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.List;

/** Finds the straight lines on a picture, such as the borders of a table that was scanned. */
final class RasterRules {
    private static final int DARK = 185;
    private static final int MOST = 4000;

    /** In points: the shortest line, and the thickest: what is thicker is a filled area. */
    private static final double SHORTEST = 24;

    private static final double THICKEST = 2.5;

    private final Raster raster;
    private final boolean across;
    private final double scale;
    private final List<Rule> found = new ArrayList<>();

    private RasterRules(Raster raster, boolean across, double scale) {
        this.raster = raster;
        this.across = across;
        this.scale = scale;
    }

    /**
     * The lines of a grey picture, in points.
     *
     * @param scale pixels a point
     */
    static List<Rule> on(BufferedImage picture, double scale) {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(new RasterRules(picture.getRaster(), true, scale).find());
        rules.addAll(new RasterRules(picture.getRaster(), false, scale).find());
        return Rule.joined(rules);
    }

    /** Whether lines make a table: some of each direction, beginning and ending together. */
    static boolean makeTable(List<Rule> rules) {
        List<Rule> across = rules.stream().filter(Rule::isHorizontal).toList();
        long down = rules.stream().filter(Rule::isVertical).count();
        for (Rule one : across) {
            long alike = across.stream()
                    .filter(other -> Math.abs(other.u0() - one.u0()) < 4 && Math.abs(other.u1() - one.u1()) < 4)
                    .count();
            if (alike >= 3 && down >= 2) {
                return true;
            }
        }
        return false;
    }

    /** A stretch of dark pixels that has gone on for some lines of the picture. */
    private record Streak(int from, int to, int first, int last) {}

    private List<Rule> find() {
        int lines = across ? raster.getHeight() : raster.getWidth();
        int length = across ? raster.getWidth() : raster.getHeight();
        int shortest = (int) (SHORTEST * scale);
        int[] pixels = new int[length];
        List<Streak> open = new ArrayList<>();
        for (int line = 0; line < lines && found.size() < MOST; line++) {
            if (across) {
                raster.getSamples(0, line, length, 1, 0, pixels);
            } else {
                raster.getSamples(line, 0, 1, length, 0, pixels);
            }
            open = extend(open, runs(pixels, shortest, line), line);
        }
        open.forEach(this::close);
        return found;
    }

    private static List<Streak> runs(int[] pixels, int shortest, int line) {
        List<Streak> runs = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= pixels.length; i++) {
            boolean dark = i < pixels.length && pixels[i] < DARK;
            if (dark && start < 0) {
                start = i;
            } else if (!dark && start >= 0) {
                if (i - start >= shortest) {
                    runs.add(new Streak(start, i, line, line));
                }
                start = -1;
            }
        }
        return runs;
    }

    private List<Streak> extend(List<Streak> open, List<Streak> runs, int line) {
        List<Streak> next = new ArrayList<>();
        List<Streak> fresh = new ArrayList<>(runs);
        for (Streak streak : open) {
            Streak grown = streak;
            for (Streak run : runs) {
                if (run.from < grown.to && run.to > grown.from) {
                    grown = new Streak(Math.min(grown.from, run.from), Math.max(grown.to, run.to), grown.first, line);
                    fresh.remove(run);
                }
            }
            if (grown.last == line) {
                next.add(grown);
            } else {
                close(streak);
            }
        }
        next.addAll(fresh);
        return next;
    }

    private void close(Streak streak) {
        double thick = (streak.last - streak.first + 1) / scale;
        if (thick <= THICKEST) {
            double from = streak.from / scale;
            double to = streak.to / scale;
            double at = (streak.first + streak.last) / 2.0 / scale;
            found.add(across ? new Rule(from, at, to, at) : new Rule(at, from, at, to));
        }
    }
}
