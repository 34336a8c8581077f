package org.fieldwright.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages that a question led to, best first, each once. */
record FoundPages(Question question, List<Page> found) {
    private static final int PAGES = 10;

    static List<Metric> metrics(List<FoundPages> some, Map<String, String> by) {
        return List.of(
                Metric.mean("hit@1", some, by, one -> one.hit(1)),
                Metric.mean("hit@5", some, by, one -> one.hit(5)),
                Metric.mean("nDCG@10", some, by, FoundPages::ndcg));
    }

    double hit(int depth) {
        return Rankings.hit(found, Page.gold(question), depth);
    }

    double ndcg() {
        Map<Page, Integer> grades = new HashMap<>();
        Page.gold(question).forEach(page -> grades.put(page, 1));
        return Rankings.ndcg(found, grades, PAGES);
    }

    String asMiss() {
        int rank = (int) Math.round(1 / Rankings.reciprocalRank(found, Page.gold(question), 1000));
        return String.format(
                Locale.ROOT,
                "%s %s rank %s%n  %s%n  wanted %s %s, first: %s",
                question.qid(),
                question.type(),
                rank == Integer.MAX_VALUE ? "-" : rank,
                question.question(),
                question.doc(),
                question.goldPages(),
                found.stream().limit(5).map(Page::toString).collect(Collectors.joining(", ")));
    }
}
