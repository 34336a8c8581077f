package org.fieldwright.evaluation;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fieldwright.assistant.extract.Extracts;
import org.fieldwright.domain.copilot.Answer;
import org.fieldwright.domain.copilot.AnswerFailedException;
import org.fieldwright.domain.copilot.AnswerWriter;
import org.fieldwright.domain.copilot.AskManuals;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.copilot.InMemoryConversations;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.people.FixedPerson;
import org.fieldwright.domain.people.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether the copilot answers questions about real manuals rightly, from the right page, and refuses what is not there. */
@Command(
        name = "answers",
        description = "Asks the whole copilot, without a model, questions whose answers are known.",
        mixinStandardHelpOptions = true)
final class AnswersCommand implements Callable<Integer> {
    @Mixin
    private ManualsInput input;

    @Option(
            names = "--without-own",
            description = "Also ask each question of all other manuals than its own, which do not answer it.")
    private boolean withoutOwn;

    @Option(names = "--all", description = "Show all answers.")
    private boolean all;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter people = spec.commandLine().getErr();
        List<Question> questions = input.questions();
        try (IndexedManuals indexed = input.takeIn(people)) {
            AskManuals copilot = copilot(indexed);
            Stopwatch answering = new Stopwatch();
            List<GivenAnswer> answers = questions.stream()
                    .map(question -> answering.time(() -> ask(copilot, indexed, question, Set.of())))
                    .toList();
            List<GivenAnswer> elsewhere = withoutOwn ? askElsewhere(copilot, indexed, questions) : List.of();
            Report.print(metrics(answers, elsewhere), spec.commandLine().getOut(), people);
            people.println(answering.inWords("Answering"));
            answers.stream()
                    .filter(answer -> all || (input.wantsMisses() && isMiss(answer)))
                    .forEach(answer -> people.println((isMiss(answer) ? "wrong " : "right ") + answer.inWords()));
            elsewhere.stream()
                    .filter(answer -> all || (input.wantsMisses() && !answer.isRefused()))
                    .forEach(answer -> people.println("without its manual, " + answer.inWords()));
            people.flush();
        }
        return 0;
    }

    private static boolean isMiss(GivenAnswer answer) {
        return answer.question().isAnswerable() ? !answer.containsGold() || !answer.citesGold() : !answer.isRefused();
    }

    private static AskManuals copilot(IndexedManuals indexed) {
        return new AskManuals(
                indexed.search(),
                Extracts.from(indexed.library()),
                new NoModel(),
                new InMemoryConversations(),
                FixedPerson.with(Role.TECHNICIAN),
                Clock.systemUTC());
    }

    private static GivenAnswer ask(
            AskManuals copilot, IndexedManuals indexed, Question question, Set<ManualId> onlyIn) {
        ManualQuestion asked = new ManualQuestion(question.question(), Equipment.UNKNOWN, onlyIn);
        return GivenAnswer.of(question, copilot.ask(Optional.empty(), asked).extract(), indexed);
    }

    /** Each answerable question, of the other manuals only. */
    private static List<GivenAnswer> askElsewhere(
            AskManuals copilot, IndexedManuals indexed, List<Question> questions) {
        return questions.stream()
                .filter(Question::isAnswerable)
                .map(question -> ask(copilot, indexed, question, othersThan(question.doc(), indexed)))
                .toList();
    }

    private static Set<ManualId> othersThan(String doc, IndexedManuals indexed) {
        return indexed.library().list("", 0, Integer.MAX_VALUE).rows().stream()
                .filter(manual -> !manual.fileName().equals(doc))
                .map(Manual::id)
                .collect(Collectors.toSet());
    }

    private static List<Metric> metrics(List<GivenAnswer> answers, List<GivenAnswer> elsewhere) {
        List<GivenAnswer> answerable =
                answers.stream().filter(one -> one.question().isAnswerable()).toList();
        List<GivenAnswer> unanswerable =
                answers.stream().filter(one -> !one.question().isAnswerable()).toList();
        List<Metric> metrics = new ArrayList<>(ofAnswerable(answerable, Map.of()));
        if (!unanswerable.isEmpty()) {
            metrics.add(refused(unanswerable, Map.of()));
        }
        if (!elsewhere.isEmpty()) {
            metrics.add(refused(elsewhere, Map.of("asked", "without its manual")));
        }
        Question.byType(answerable, GivenAnswer::question)
                .forEach((type, some) -> metrics.addAll(ofAnswerable(some, Map.of("type", type))));
        return metrics;
    }

    private static List<Metric> ofAnswerable(List<GivenAnswer> some, Map<String, String> by) {
        return List.of(
                Metric.mean("answer-contains-gold", some, by, one -> one.containsGold() ? 1 : 0),
                Metric.mean("citation-on-gold-page", some, by, one -> one.citesGold() ? 1 : 0),
                Metric.mean("false-refusal", some, by, one -> one.isRefused() ? 1 : 0));
    }

    private static Metric refused(List<GivenAnswer> some, Map<String, String> by) {
        return Metric.mean("refused", some, by, one -> one.isRefused() ? 1 : 0);
    }

    /** What is measured is what is there without a model. */
    private record NoModel() implements AnswerWriter {
        @Override
        public boolean available() {
            return false;
        }

        @Override
        public String name() {
            return "none";
        }

        @Override
        public Answer write(ManualQuestion question, List<Evidence> evidence, Consumer<String> heard) {
            throw new AnswerFailedException("No language model is measured here.");
        }
    }
}
