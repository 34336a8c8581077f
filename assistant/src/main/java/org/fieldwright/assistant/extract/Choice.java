package org.fieldwright.assistant.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fieldwright.assistant.quote.EvidencePage;
import org.fieldwright.assistant.quote.Stretch;
import org.fieldwright.domain.copilot.Facts;
import org.fieldwright.domain.copilot.Words;

/**
 * Chooses what to quote. A stretch counts by the question's telling words it holds, rare ones more, and by what stands
 * around it; a table row brings its head, a step its whole procedure, and a warning directly above comes along.
 */
final class Choice {
    private static final int WEIGHED_PASSAGES = 6;
    private static final int MOST_SEEDS = 4;
    private static final int MOST_PAGES = 3;
    private static final int MOST_STEPS = 8;
    private static final double CLOSE_TO_BEST = 0.6;
    private static final double CONTEXT = 0.4;
    private static final double RANK_FADES = 0.2;
    private static final double FIGURE = 1.2;
    private static final Set<String> ASKS_FOR_FIGURE =
            new HashSet<>(Words.in("long often many much far high heavy size "
                    + "torque pressure temperature voltage current weight distance length height width speed frequency maximum "
                    + "minimum range value setting capacity diameter thickness rating register address password "
                    + "montagehöhe länge gewicht druck temperatur spannung strom drehmoment größe"));

    /** A stretch on its page that is to be quoted. */
    record Quoted(EvidencePage page, Stretch stretch) {}

    private record Scored(EvidencePage page, int index, double score) {
        Stretch stretch() {
            return page.stretches().get(index);
        }
    }

    private final Set<String> wanted;
    private final Set<String> codes;
    private final boolean figure;
    private final List<EvidencePage> pages;
    private final Map<String, Integer> frequency = new HashMap<>();
    private int counted;

    Choice(String question, List<EvidencePage> all) {
        this.pages = all.stream().filter(page -> page.rank() < WEIGHED_PASSAGES).toList();
        this.wanted = new LinkedHashSet<>(Words.telling(question));
        this.codes = Facts.in(question).codes();
        this.figure = Words.in(question).stream().anyMatch(ASKS_FOR_FIGURE::contains);
        for (EvidencePage page : pages) {
            for (Stretch stretch : page.inPassage()) {
                new HashSet<>(Words.in(stretch.text())).forEach(word -> frequency.merge(word, 1, Integer::sum));
                counted++;
            }
        }
    }

    /** The quotes, the best page first, each page's in reading order; empty when nothing stands on the pages. */
    List<Quoted> quotes() {
        List<Scored> scored = new ArrayList<>();
        for (EvidencePage page : pages) {
            for (int i = 0; i < page.stretches().size(); i++) {
                Stretch stretch = page.stretches().get(i);
                boolean quotable = stretch.kind() != Stretch.Kind.TITLE && stretch.kind() != Stretch.Kind.HEAD;
                if (page.isInPassage(stretch) && quotable && !isOfAnotherCode(page, stretch)) {
                    scored.add(new Scored(page, i, score(page, i)));
                }
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        Map<String, Set<Integer>> chosen = new java.util.LinkedHashMap<>();
        Map<String, EvidencePage> byKey = new HashMap<>();
        int seeds = 0;
        for (Scored one : scored) {
            String key = one.page().evidence().manual().id() + "/" + one.page().number();
            boolean close = one.score() >= scored.getFirst().score() * CLOSE_TO_BEST;
            boolean room = chosen.containsKey(key) || chosen.size() < MOST_PAGES;
            if (seeds == MOST_SEEDS || !close) {
                break;
            }
            if (room) {
                byKey.putIfAbsent(key, one.page());
                if (chosen.computeIfAbsent(key, none -> new java.util.TreeSet<>())
                        .addAll(withCompany(one))) {
                    seeds++;
                }
            }
        }
        List<Quoted> quotes = new ArrayList<>();
        chosen.forEach((key, indexes) -> indexes.forEach(index ->
                quotes.add(new Quoted(byKey.get(key), byKey.get(key).stretches().get(index)))));
        return quotes;
    }

    /** A table that has a row for the code asked about is not quoted for its other codes. */
    private boolean isOfAnotherCode(EvidencePage page, Stretch stretch) {
        return stretch.kind() == Stretch.Kind.ROW
                && !holdsCode(stretch)
                && page.stretches().stream()
                        .anyMatch(other -> other.kind() == Stretch.Kind.ROW
                                && other.block() == stretch.block()
                                && holdsCode(other));
    }

    private boolean holdsCode(Stretch stretch) {
        return !Collections.disjoint(Facts.in(stretch.text()).codes(), codes);
    }

    private double score(EvidencePage page, int index) {
        Stretch stretch = page.stretches().get(index);
        Set<String> own = new HashSet<>(Words.in(stretch.text()));
        Set<String> around = new HashSet<>(Words.in(context(page, index)));
        double score = 0.01;
        for (String word : wanted) {
            double weight = Math.log(1 + (counted + 1.0) / (frequency.getOrDefault(word, 0) + 0.5));
            score += own.contains(word) ? weight : around.contains(word) ? weight * CONTEXT : 0;
        }
        boolean holdsFigure = figure && !Facts.in(stretch.text()).figures().isEmpty();
        double length = 1 + Math.max(0, own.size() - 40) / 60.0;
        return score * (holdsFigure ? FIGURE : 1) / length / (1 + RANK_FADES * page.rank());
    }

    /** What stands around: the headings, the title or table head above, the neighbours in the same block. */
    private static String context(EvidencePage page, int index) {
        List<Stretch> all = page.stretches();
        StringBuilder context =
                new StringBuilder(String.join("\n", page.evidence().passage().headings()));
        if (index > 0) {
            context.append('\n').append(all.get(index - 1).text());
        }
        if (index + 1 < all.size()
                && all.get(index + 1).block() == all.get(index).block()) {
            context.append('\n').append(all.get(index + 1).text());
        }
        for (int i = index; i >= 0; i--) {
            if (all.get(i).kind() == Stretch.Kind.HEAD
                    && all.get(i).block() == all.get(index).block()) {
                context.append('\n').append(all.get(i).text());
            }
        }
        return context.toString();
    }

    private static Set<Integer> withCompany(Scored seed) {
        List<Stretch> all = seed.page().stretches();
        int first = seed.index();
        int last = seed.index();
        Set<Integer> company = new LinkedHashSet<>();
        if (seed.stretch().kind() == Stretch.Kind.STEP) {
            while (first > 0 && isStepOf(all.get(first - 1), seed.stretch()) && last - first < MOST_STEPS - 1) {
                first--;
            }
            while (last + 1 < all.size()
                    && isStepOf(all.get(last + 1), seed.stretch())
                    && last - first < MOST_STEPS - 1) {
                last++;
            }
        }
        if (seed.stretch().kind() == Stretch.Kind.ROW) {
            for (int i = 0; i < first; i++) {
                if (all.get(i).kind() == Stretch.Kind.HEAD
                        && all.get(i).block() == seed.stretch().block()) {
                    company.add(i);
                }
            }
        }
        if (first > 0 && all.get(first - 1).kind() == Stretch.Kind.WARNING) {
            company.add(first - 1);
        }
        for (int i = first; i <= last; i++) {
            company.add(i);
        }
        return company;
    }

    private static boolean isStepOf(Stretch other, Stretch seed) {
        return other.kind() == Stretch.Kind.STEP && other.block() == seed.block();
    }
}
