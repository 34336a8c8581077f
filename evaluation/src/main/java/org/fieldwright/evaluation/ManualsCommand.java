package org.fieldwright.evaluation;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.copilot.ManualQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(names = "--manuals", required = true, description = "The folder with the manuals.")
    private Path manuals;

    @Option(names = "--questions", required = true, description = "The questions, one JSON object a line.")
    private Path questions;

    @Option(names = "--cache", description = "A folder that keeps what was read and embedded for the next time.")
    private Path cache;

    @Option(names = "--misses", description = "List the questions whose page does not come first.")
    private boolean misses;

    @Spec
    private CommandSpec spec;

    private record Page(String file, int number) {}

    private record Measured(Question question, List<Page> found, Set<Page> gold) {
        double hit(int depth) {
            return Rankings.hit(found, gold, depth);
        }

        double ndcg() {
            Map<Page, Integer> grades = new HashMap<>();
            gold.forEach(page -> grades.put(page, 1));
            return Rankings.ndcg(found, grades, PAGES);
        }
    }

    @Override
    public Integer call() {
        PrintWriter people = spec.commandLine().getErr();
        List<Question> asked =
                Question.read(questions).stream().filter(Question::isAnswerable).toList();
        if (asked.isEmpty()) {
            throw new InputException(questions + " has no question with a known page.");
        }
        try (IndexedManuals indexed = new IndexedManuals(manuals, Optional.ofNullable(cache), people)) {
            List<Measured> measured =
                    asked.stream().map(question -> ask(indexed, question)).toList();
            Report.print(metrics(measured), spec.commandLine().getOut(), people);
            if (misses) {
                tellMisses(measured, people);
            }
        }
        return 0;
    }

    private static Measured ask(IndexedManuals indexed, Question question) {
        Set<Page> pages = new LinkedHashSet<>();
        for (Evidence evidence : indexed.search().search(ManualQuestion.of(question.question()), PASSAGES)) {
            pages.add(new Page(evidence.manual().fileName(), evidence.passage().page()));
        }
        Set<Page> gold = question.goldPages().stream()
                .map(number -> new Page(question.doc(), number))
                .collect(Collectors.toSet());
        return new Measured(question, List.copyOf(pages), gold);
    }

    private static List<Metric> metrics(List<Measured> all) {
        List<Metric> metrics = new ArrayList<>(metrics(all, Map.of()));
        Map<String, List<Measured>> byType = all.stream()
                .collect(Collectors.groupingBy(
                        measured -> measured.question().type(), TreeMap::new, Collectors.toList()));
        byType.forEach((type, some) -> metrics.addAll(metrics(some, Map.of("type", type))));
        return metrics;
    }

    private static List<Metric> metrics(List<Measured> some, Map<String, String> by) {
        return List.of(
                mean("hit@1", some, by, measured -> measured.hit(1)),
                mean("hit@5", some, by, measured -> measured.hit(5)),
                mean("nDCG@10", some, by, Measured::ndcg));
    }

    private static Metric mean(
            String name,
            List<Measured> some,
            Map<String, String> by,
            java.util.function.ToDoubleFunction<Measured> value) {
        return new Metric(name, some.stream().mapToDouble(value).average().orElse(0), some.size(), by);
    }

    private static void tellMisses(List<Measured> all, PrintWriter people) {
        for (Measured measured : all) {
            if (measured.hit(1) == 0) {
                int rank = (int) Math.round(1 / Rankings.reciprocalRank(measured.found(), measured.gold(), 1000));
                people.println(String.format(
                        Locale.ROOT,
                        "%s %s rank %s%n  %s%n  wanted %s %s, first: %s",
                        measured.question().qid(),
                        measured.question().type(),
                        rank == Integer.MAX_VALUE ? "-" : rank,
                        measured.question().question(),
                        measured.question().doc(),
                        measured.question().goldPages(),
                        measured.found().stream()
                                .limit(5)
                                .map(page -> page.file() + " " + page.number())
                                .collect(Collectors.joining(", "))));
            }
        }
        people.flush();
    }
}
