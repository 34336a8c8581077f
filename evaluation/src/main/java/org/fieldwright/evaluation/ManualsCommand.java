package org.fieldwright.evaluation;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.copilot.ManualQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Whether a question about real manuals finds the page that answers it. */
@Command(
        name = "manuals",
        description = "Indexes a folder of manuals and asks questions whose pages are known.",
        mixinStandardHelpOptions = true)
final class ManualsCommand implements Callable<Integer> {
    /** So many passages show ten different pages, unless a page has more than five of them. */
    private static final int PASSAGES = 60;

    private static final int PAGES = 10;

    @Mixin
    private ManualsInput input;

    @Spec
    private CommandSpec spec;

    private record Measured(Question question, List<Page> found) {
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

    @Override
    public Integer call() {
        PrintWriter people = spec.commandLine().getErr();
        List<Question> asked = input.answerable();
        try (IndexedManuals indexed = input.takeIn(people)) {
            Stopwatch searching = new Stopwatch();
            List<Measured> measured = asked.stream()
                    .map(question -> searching.time(() -> ask(indexed, question)))
                    .toList();
            Report.print(metrics(measured), spec.commandLine().getOut(), people);
            people.println(searching.inWords("Searching"));
            if (input.wantsMisses()) {
                measured.stream().filter(one -> one.hit(1) == 0).forEach(one -> people.println(one.asMiss()));
            }
            people.flush();
        }
        return 0;
    }

    private static Measured ask(IndexedManuals indexed, Question question) {
        Set<Page> pages = new LinkedHashSet<>();
        for (Evidence evidence : indexed.search().search(ManualQuestion.of(question.question()), PASSAGES)) {
            pages.add(new Page(evidence.manual().fileName(), evidence.passage().page()));
        }
        return new Measured(question, List.copyOf(pages));
    }

    private static List<Metric> metrics(List<Measured> all) {
        List<Metric> metrics = new ArrayList<>(metrics(all, Map.of()));
        Question.byType(all, Measured::question)
                .forEach((type, some) -> metrics.addAll(metrics(some, Map.of("type", type))));
        return metrics;
    }

    private static List<Metric> metrics(List<Measured> some, Map<String, String> by) {
        return List.of(
                Metric.mean("hit@1", some, by, measured -> measured.hit(1)),
                Metric.mean("hit@5", some, by, measured -> measured.hit(5)),
                Metric.mean("nDCG@10", some, by, Measured::ndcg));
    }
}
