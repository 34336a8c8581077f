package org.fieldwright.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldwright.assistant.extract.Extracts;
import org.fieldwright.domain.copilot.Answer;
import org.fieldwright.domain.copilot.AskManuals;
import org.fieldwright.domain.copilot.Citation;
import org.fieldwright.domain.copilot.InMemoryConversations;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualState;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.people.FixedPerson;
import org.fieldwright.domain.people.Role;
import org.fieldwright.rag.truth.TruthFact;
import org.fieldwright.rag.truth.TruthFlow;
import org.fieldwright.rag.truth.TruthLayout;
import org.fieldwright.rag.truth.TruthManual;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every citation names the right page, and marks the right place on it. Hundreds of pages of every layout go through the
 * product's own way into one library: reader, cutter, embedder, index; then each fact of each page is asked for.
 */
class PageTruthTest {
    private static final double LEAST_OVERLAP = 0.5;
    private static final List<TruthManual> MANUALS = manuals();
    private static final Map<TruthFact, Answer> ANSWERS = new HashMap<>();

    @TempDir
    private static Path folder;

    private static IndexedManuals indexed;
    private static AskManuals ask;
    private static Map<String, Manual> taken;

    private static List<TruthManual> manuals() {
        return List.of(
                pdf("long.pdf", 1, 150, TruthLayout.PORTRAIT),
                pdf("landscape.pdf", 2, 12, TruthLayout.LANDSCAPE),
                pdf("turned.pdf", 3, 8, TruthLayout.TURNED_RIGHT, TruthLayout.TURNED_OVER, TruthLayout.TURNED_LEFT),
                pdf("sideways.pdf", 4, 12, TruthLayout.SIDEWAYS),
                pdf("cropped.pdf", 5, 6, TruthLayout.CROPPED, TruthLayout.CROPPED_AND_TURNED),
                pdf("columns.pdf", 6, 20, TruthLayout.TWO_COLUMNS),
                pdf("table.pdf", 7, 8, TruthLayout.TABLE),
                pdf("pictures.pdf", 8, 4, TruthLayout.PORTRAIT, TruthLayout.PICTURE),
                pdf("everything.pdf", 9, 3, textLayouts()),
                TruthFlow.html("flow.html", 10, 12),
                TruthFlow.markdown("flow.md", 11, 12),
                TruthFlow.text("flow.txt", 12, 12),
                TruthFlow.docx("flow.docx", 13, 12));
    }

    private static TruthLayout[] textLayouts() {
        return Stream.of(TruthLayout.values())
                .filter(layout -> layout != TruthLayout.PICTURE)
                .toArray(TruthLayout[]::new);
    }

    /** A PDF with some layouts in turn, so many times. */
    private static TruthManual pdf(String fileName, long seed, int times, TruthLayout... layouts) {
        return TruthManual.pdf(
                fileName,
                seed,
                Collections.nCopies(times, List.of(layouts)).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    @BeforeAll
    static void takeIn() {
        MANUALS.forEach(manual -> manual.save(folder));
        indexed = new IndexedManuals(folder, Optional.empty(), new PrintWriter(Writer.nullWriter()));
        taken = indexed.library().list("", 0, 100).rows().stream()
                .collect(Collectors.toMap(Manual::fileName, Function.identity()));
        ask = new AskManuals(
                indexed.search(),
                Extracts.from(indexed.library()),
                Extracts.from(indexed.library()),
                new InMemoryConversations(),
                FixedPerson.with(Role.TECHNICIAN),
                Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        indexed.close();
    }

    static Stream<String> files() {
        return MANUALS.stream().map(TruthManual::fileName);
    }

    @Test
    void every_manual_is_taken_in_whole() {
        assertThat(taken.values()).hasSize(MANUALS.size()).allMatch(manual -> manual.state() == ManualState.READY);
        for (TruthManual manual : MANUALS) {
            int pages = manual.facts().getLast().page();
            assertThat(taken.get(manual.fileName()).pages())
                    .as(manual.fileName())
                    .isEqualTo(pages);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_citation_names_the_right_page(String fileName) {
        List<String> wrong = new ArrayList<>();
        for (TruthFact fact : facts(fileName)) {
            Answer answer = answer(fact);
            boolean right = answer instanceof Answer.Answered
                    && !answer.citations().isEmpty()
                    && answer.citations().stream()
                            .allMatch(citation ->
                                    citation.manual().equals(taken.get(fileName).id())
                                            && citation.page() == fact.page()
                                            && citation.quote().contains(fact.word()));
            if (!right) {
                wrong.add(fact + " was answered by " + answer);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_a_citation_marks_is_where_it_stands(String fileName) {
        List<String> wrong = new ArrayList<>();
        for (TruthFact fact : facts(fileName)) {
            Citation citation = answer(fact).citations().getFirst();
            fact.lines().stream()
                    .filter(line ->
                            citation.boxes().stream().noneMatch(box -> TruthFact.overlap(box, line) >= LEAST_OVERLAP))
                    .forEach(line -> wrong.add(fact + ": " + line + " is not among " + citation.boxes()));
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_word_is_kept_with_its_place(String fileName) {
        List<String> wrong = new ArrayList<>();
        for (TruthFact fact : facts(fileName)) {
            PageText page = indexed.library()
                    .page(taken.get(fileName).id(), fact.page())
                    .orElseThrow();
            boolean there = page.words().stream()
                    .filter(word ->
                            page.text().substring(word.start(), word.end()).equals(fact.word()))
                    .anyMatch(word -> TruthFact.overlap(word.box(), fact.wordPlace()) >= LEAST_OVERLAP);
            if (!there && !fact.lines().isEmpty()) {
                wrong.add(fact.toString());
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static Answer answer(TruthFact fact) {
        return ANSWERS.computeIfAbsent(
                fact,
                asked -> ask.ask(Optional.empty(), ManualQuestion.of(asked.question()))
                        .extract());
    }

    private static List<TruthFact> facts(String fileName) {
        boolean scanned = fileName.startsWith("pictures");
        assumeFalse(
                scanned
                        && System.getenv()
                                .getOrDefault("FIELDWRIGHT_TEST_TESSERACT", "")
                                .isEmpty(),
                "FIELDWRIGHT_TEST_TESSERACT names no Tesseract");
        return MANUALS.stream()
                .filter(manual -> manual.fileName().equals(fileName))
                .findFirst()
                .orElseThrow()
                .facts();
    }
}
