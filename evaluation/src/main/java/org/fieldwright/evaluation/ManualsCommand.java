package org.fieldwright.evaluation;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
    static final int PASSAGES = 60;

    @Mixin
    private ManualsInput input;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter people = spec.commandLine().getErr();
        List<Question> asked = input.answerable();
        try (IndexedManuals indexed = input.takeIn(people)) {
            Stopwatch searching = new Stopwatch();
            List<FoundPages> measured = asked.stream()
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

    private static FoundPages ask(IndexedManuals indexed, Question question) {
        List<Evidence> evidence = indexed.search().search(ManualQuestion.of(question.question()), PASSAGES);
        return new FoundPages(
                question,
                indexed.pages(evidence.stream().map(found -> found.passage().id())));
    }

    private static List<Metric> metrics(List<FoundPages> all) {
        List<Metric> metrics = new ArrayList<>(FoundPages.metrics(all, Map.of()));
        Question.byType(all, FoundPages::question)
                .forEach((type, some) -> metrics.addAll(FoundPages.metrics(some, Map.of("type", type))));
        return metrics;
    }
}
