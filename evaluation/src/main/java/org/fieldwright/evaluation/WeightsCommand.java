package org.fieldwright.evaluation;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fieldwright.rag.fusion.Proposed;
import org.fieldwright.rag.fusion.Weights;
import org.fieldwright.rag.store.Scored;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How much the search owes to weights that fit the very questions it is measured with. The questions are cut into halves, so
 * that those of one manual stay together; the weights that are best on one half are measured on the other, both ways.
 */
@Command(
        name = "weights",
        description = "Chooses the weights of the search on one half of the questions and measures them on the other.",
        mixinStandardHelpOptions = true)
final class WeightsCommand implements Callable<Integer> {
    private static final double[] VECTORS = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1};
    private static final double[] CLOSENESS = {0, 0.1, 0.2, 0.3, 0.5};
    private static final double[] CODES = {0, 0.05, 0.1, 0.2, 0.4};
    private static final double[] SUPPORT = {0, 0.1, 0.2, 0.4};

    /** Words and vectors alike, and nothing added. */
    private static final Weights EVEN = new Weights(0.5, 0, 0, 0, 0);

    @Mixin
    private ManualsInput input;

    @Option(
            names = "--cuts",
            defaultValue = "50",
            description = "How many times the questions are cut; 50 if not said.")
    private int cuts;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter people = spec.commandLine().getErr();
        if (cuts < 1) {
            throw new InputException("--cuts must be at least 1.");
        }
        List<Question> questions = input.answerable();
        if (byManual(questions).size() < 2) {
            throw new InputException("Questions about one manual only cannot be cut into halves.");
        }
        try (IndexedManuals indexed = input.takeIn(people)) {
            List<Proposed> proposed = questions.stream()
                    .map(question -> indexed.propose(question.question()))
                    .toList();
            Map<Weights, List<FoundPages>> found = new LinkedHashMap<>();
            grid().forEach(weights -> found.put(weights, found(weights, questions, proposed, indexed)));
            List<FoundPages> even = found(EVEN, questions, proposed, indexed);
            List<FoundPages> measured = found(Weights.MEASURED, questions, proposed, indexed);
            List<Integer> all = IntStream.range(0, questions.size()).boxed().toList();
            Weights fitted = best(found, all);

            List<Metric> metrics = new ArrayList<>();
            metrics.addAll(FoundPages.metrics(even, by("even")));
            metrics.addAll(FoundPages.metrics(measured, by("the product's")));
            metrics.addAll(FoundPages.metrics(found.get(fitted), by("best on the same questions")));
            metrics.addAll(FoundPages.metrics(onOtherHalves(questions, found), by("best on the other half")));
            Report.print(metrics, spec.commandLine().getOut(), people);
            people.println("Best on all questions: " + fitted);
            people.flush();
        }
        return 0;
    }

    private static Map<String, String> by(String weights) {
        return Map.of("weights", weights);
    }

    /** All weights that are tried. No question names equipment apart from its words, so preference does nothing here. */
    private static List<Weights> grid() {
        List<Weights> grid = new ArrayList<>();
        for (double vectors : VECTORS) {
            for (double closeness : CLOSENESS) {
                for (double codes : CODES) {
                    for (double support : SUPPORT) {
                        grid.add(new Weights(vectors, closeness, codes, Weights.MEASURED.preference(), support));
                    }
                }
            }
        }
        return grid;
    }

    private static List<FoundPages> found(
            Weights weights, List<Question> questions, List<Proposed> proposed, IndexedManuals indexed) {
        return IntStream.range(0, questions.size())
                .mapToObj(i -> new FoundPages(
                        questions.get(i),
                        indexed.pages(proposed.get(i).weighed(weights).stream()
                                .limit(ManualsCommand.PASSAGES)
                                .map(Scored::passage))))
                .toList();
    }

    /** The first of the weights whose nDCG@10 over some questions is highest. */
    private static Weights best(Map<Weights, List<FoundPages>> found, List<Integer> questions) {
        Weights best = null;
        double most = -1;
        for (Map.Entry<Weights, List<FoundPages>> one : found.entrySet()) {
            double ndcg = questions.stream()
                    .mapToDouble(i -> one.getValue().get(i).ndcg())
                    .sum();
            if (ndcg > most) {
                most = ndcg;
                best = one.getKey();
            }
        }
        return best;
    }

    /** What each half finds by the weights that are best on the other one, over all cuts. */
    private List<FoundPages> onOtherHalves(List<Question> questions, Map<Weights, List<FoundPages>> found) {
        List<FoundPages> others = new ArrayList<>();
        for (int cut = 0; cut < cuts; cut++) {
            List<List<Integer>> halves = halves(questions, new Random(cut));
            for (int half = 0; half < 2; half++) {
                List<FoundPages> chosen = found.get(best(found, halves.get(1 - half)));
                halves.get(half).forEach(i -> others.add(chosen.get(i)));
            }
        }
        return others;
    }

    /** Manuals in a random order, each with its questions to the half that has fewer. */
    private static List<List<Integer>> halves(List<Question> questions, Random random) {
        List<List<Integer>> manuals = new ArrayList<>(byManual(questions).values());
        Collections.shuffle(manuals, random);
        List<List<Integer>> halves = List.of(new ArrayList<>(), new ArrayList<>());
        for (List<Integer> ofManual : manuals) {
            halves.get(halves.getFirst().size() <= halves.getLast().size() ? 0 : 1)
                    .addAll(ofManual);
        }
        return halves;
    }

    private static Map<String, List<Integer>> byManual(List<Question> questions) {
        return IntStream.range(0, questions.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> questions.get(i).doc().toLowerCase(Locale.ROOT), LinkedHashMap::new, Collectors.toList()));
    }
}
