package org.fieldwright.rag.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Puts characters together to words, and words to runs, by where they stand. */
final class Runs {
    /** In sizes of the font: what separates words where spaces are drawn, where they are not, and runs. */
    private static final double WORD_GAP = 0.25;

    private static final double WORD_GAP_WITHOUT_SPACES = 0.14;
    private static final double RUN_GAP = 1.1;
    private static final double BULLET_GAP = 3.5;
    private static final double SAME_LINE = 0.22;
    private static final Pattern BULLET = Pattern.compile("[^\\p{L}\\p{N}]|\\(?(?:\\d{1,2}|[A-Za-z])[.)]");

    private Runs() {}

    /**
     * The runs of a page, by line from the top, along the line.
     *
     * @param rules a vertical one between two words keeps them apart
     */
    static List<Run> of(List<Glyph> glyphs, List<Rule> rules) {
        List<Rule> walls = rules.stream().filter(Rule::isVertical).toList();
        List<Run> runs = new ArrayList<>();
        for (List<Glyph> line : lines(glyphs)) {
            runs.addAll(cut(words(line), walls));
        }
        return runs;
    }

    /** The runs of words that are known as such. */
    static List<Run> ofWords(List<Token> words, List<Rule> rules) {
        List<Rule> walls = rules.stream().filter(Rule::isVertical).toList();
        List<Token> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(Token::v));
        List<Run> runs = new ArrayList<>();
        List<Token> line = new ArrayList<>();
        for (Token word : sorted) {
            if (!line.isEmpty()
                    && word.v() - line.getFirst().v()
                            > 0.35 * Math.min(word.size(), line.getFirst().size())) {
                runs.addAll(cutLine(line, walls));
                line.clear();
            }
            line.add(word);
        }
        runs.addAll(cutLine(line, walls));
        return runs;
    }

    private static List<Run> cutLine(List<Token> line, List<Rule> walls) {
        line.sort(Comparator.comparingDouble(Token::u0));
        return cut(line, walls);
    }

    private static List<List<Glyph>> lines(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::v).thenComparingInt(Glyph::order));
        List<List<Glyph>> lines = new ArrayList<>();
        List<Glyph> current = new ArrayList<>();
        double v = 0;
        double size = 0;
        for (Glyph glyph : sorted) {
            if (!current.isEmpty() && glyph.v() - v > SAME_LINE * Math.min(size, glyph.size())) {
                lines.add(current);
                current = new ArrayList<>();
            }
            if (current.isEmpty()) {
                v = glyph.v();
                size = glyph.size();
            }
            current.add(glyph);
        }
        if (!current.isEmpty()) {
            lines.add(current);
        }
        return raiseSmallOnes(lines);
    }

    /** Puts superscripts and subscripts into the line they belong to. */
    private static List<List<Glyph>> raiseSmallOnes(List<List<Glyph>> lines) {
        List<List<Glyph>> kept = new ArrayList<>(lines);
        for (int i = 0; i < kept.size(); i++) {
            List<Glyph> small = kept.get(i);
            for (int n : new int[] {i + 1, i - 1}) {
                if (n >= 0 && n < kept.size() && isScriptOf(small, kept.get(n))) {
                    kept.get(n).addAll(small);
                    kept.remove(i);
                    i--;
                    break;
                }
            }
        }
        return kept;
    }

    private static boolean isScriptOf(List<Glyph> small, List<Glyph> line) {
        Glyph reference = line.getFirst();
        if (small.size() > line.size()) {
            return false;
        }
        for (Glyph glyph : small) {
            boolean fits = glyph.size() <= 0.8 * reference.size()
                    && glyph.v() < reference.v() + 0.35 * reference.size()
                    && glyph.v() > reference.v() - 0.75 * reference.size()
                    && line.stream()
                            .anyMatch(g -> Math.abs(glyph.u0() - g.u1()) < 0.4 * g.size()
                                    || Math.abs(glyph.u1() - g.u0()) < 0.4 * g.size()
                                    || small.stream().anyMatch(s -> Math.abs(s.u1() - glyph.u0()) < 0.3 * s.size()));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static List<Token> words(List<Glyph> line) {
        line.sort(Comparator.comparingDouble(Glyph::u0).thenComparingInt(Glyph::order));
        boolean hasSpaces = line.stream().filter(Glyph::isBlank).count() * 25 >= line.size();
        double gap = hasSpaces ? WORD_GAP : WORD_GAP_WITHOUT_SPACES;
        List<Token> words = new ArrayList<>();
        List<Glyph> word = new ArrayList<>();
        boolean spaced = false;
        for (Glyph glyph : line) {
            if (glyph.isBlank()) {
                spaced = true;
                continue;
            }
            if (!word.isEmpty()) {
                Glyph last = word.getLast();
                if (isDrawnTwice(last, glyph)) {
                    continue;
                }
                double distance = glyph.u0() - last.u1();
                double size = Math.max(last.size(), glyph.size());
                // A space that lies under the next letters is a relic of justification.
                if ((spaced && distance > 0.05 * size) || distance > gap * size || distance < -1.5 * size) {
                    words.add(Token.of(word));
                    word = new ArrayList<>();
                }
            }
            spaced = false;
            word.add(glyph);
        }
        if (!word.isEmpty()) {
            words.add(Token.of(word));
        }
        return words;
    }

    /** Bold is sometimes made by drawing a letter again, a hair beside itself. */
    private static boolean isDrawnTwice(Glyph last, Glyph glyph) {
        return last.text().equals(glyph.text()) && glyph.u0() - last.u0() < 0.3 * Math.max(0.1, last.u1() - last.u0());
    }

    private static List<Run> cut(List<Token> words, List<Rule> walls) {
        List<Run> runs = new ArrayList<>();
        List<Token> run = new ArrayList<>();
        for (Token word : words) {
            if (!run.isEmpty()) {
                Token last = run.getLast();
                double gap = word.u0() - last.u1();
                double widest = run.size() == 1 && isBullet(last.text()) ? BULLET_GAP : RUN_GAP;
                if (gap > widest * Math.max(last.size(), word.size()) || hasWallBetween(last, word, walls)) {
                    runs.add(Run.of(run));
                    run = new ArrayList<>();
                }
            }
            run.add(word);
        }
        if (!run.isEmpty()) {
            runs.add(Run.of(run));
        }
        return runs;
    }

    private static boolean isBullet(String text) {
        return BULLET.matcher(text).matches();
    }

    private static boolean hasWallBetween(Token left, Token right, List<Rule> walls) {
        double v = left.v() - 0.3 * left.size();
        for (Rule wall : walls) {
            double u = (wall.u0() + wall.u1()) / 2;
            if (u > left.u1() - 0.5 && u < right.u0() + 0.5 && wall.v0() <= v && wall.v1() >= v) {
                return true;
            }
        }
        return false;
    }
}
