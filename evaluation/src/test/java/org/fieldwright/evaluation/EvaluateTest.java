package org.fieldwright.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.fieldwright.rag.truth.TruthLayout;
import org.fieldwright.rag.truth.TruthManual;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands as somebody types them. */
class EvaluateTest {
    @TempDir
    private Path folder;

    private final StringWriter programs = new StringWriter();
    private final StringWriter people = new StringWriter();

    @BeforeEach
    void a_small_retrieval_set() throws IOException {
        write(
                "corpus.jsonl",
                "{\"_id\":\"a\",\"title\":\"Pumps\",\"text\":\"A centrifugal pump moves water with an impeller.\"}",
                "{\"_id\":\"b\",\"title\":\"Boilers\",\"text\":\"A boiler heats water by burning gas.\"}",
                "{\"_id\":\"c\",\"title\":\"\",\"text\":\"Thermostats switch the heating on and off.\"}");
        write(
                "dev/queries.jsonl",
                "{\"_id\":\"1\",\"text\":\"impeller\"}",
                "{\"_id\":\"2\",\"text\":\"burning gas\"}",
                "{\"_id\":\"3\",\"text\":\"nobody judged this\"}");
        write("dev/qrels.tsv", "query-id\tcorpus-id\tscore", "1\ta\t2", "1\tc\t0", "2\tb\t1", "3\ta\t0");
    }

    @Test
    void a_retrieval_set_is_measured_by_each_ranker() {
        int exit = run("retrieval", "--beir=" + folder, "--split=dev", "--store=lucene");

        assertThat(exit).isZero();
        assertThat(metrics()).hasSize(9).allSatisfy(metric -> {
            assertThat(metric.getInt("n")).isEqualTo(2);
            assertThat(value(metric)).as(metric.toString()).isEqualTo(1);
        });
        assertThat(metrics())
                .extracting(metric -> metric.getString("name") + " "
                        + metric.getJsonObject("by").getString("ranker"))
                .contains("nDCG@10 bm25", "recall@100 vector", "MRR@10 fused");
    }

    @Test
    void what_no_ranker_can_find_lowers_the_figures_and_is_listed() throws IOException {
        write("dev/qrels.tsv", "query-id\tcorpus-id\tscore", "1\ta\t1", "2\tnot-in-the-corpus\t1");

        run("retrieval", "--beir=" + folder, "--split=dev", "--misses");

        assertThat(metrics()).allSatisfy(metric -> assertThat(value(metric)).isEqualTo(0.5, within(1e-4)));
        assertThat(people.toString()).contains("2 wanted [not-in-the-corpus]");
    }

    @Test
    void input_that_is_off_is_told_in_one_line() throws IOException {
        assertThat(run("retrieval", "--beir=" + folder, "--split=test")).isEqualTo(2);
        assertThat(people.toString().strip())
                .endsWith("qrels.tsv is not there.")
                .hasLineCount(1);

        write("dev/qrels.tsv", "query-id\tcorpus-id\tscore", "1\ta");
        assertThat(run("retrieval", "--beir=" + folder, "--split=dev")).isEqualTo(2);
        assertThat(people.toString()).contains("qrels.tsv, line 2: not three columns.");

        assertThat(run("retrieval", "--beir=" + folder, "--split=dev", "--store=pgvector"))
                .isEqualTo(2);
        assertThat(programs.toString()).isEmpty();
    }

    @Test
    void weights_are_chosen_on_one_half_and_measured_on_the_other() throws IOException {
        Path manuals = Files.createDirectories(folder.resolve("manuals"));
        List<TruthManual> three = List.of(manual(1), manual(2), manual(3));
        three.forEach(manual -> manual.save(manuals));
        write(
                "questions.jsonl",
                three.stream()
                        .flatMap(manual -> manual.facts().stream()
                                .map(fact -> Json.createObjectBuilder()
                                        .add("qid", fact.word())
                                        .add("question", fact.question())
                                        .add("doc", "pdf/" + manual.fileName())
                                        .add("gold_pages", Json.createArrayBuilder(List.of(fact.page())))
                                        .build()
                                        .toString()))
                        .toArray(String[]::new));

        int exit =
                run("weights", "--manuals=" + manuals, "--questions=" + folder.resolve("questions.jsonl"), "--cuts=3");

        assertThat(exit).as(people.toString()).isZero();
        assertThat(metrics())
                .filteredOn(metric -> metric.getString("name").equals("hit@1"))
                .extracting(metric -> metric.getJsonObject("by").getString("weights") + " " + metric.getInt("n"))
                .containsExactly(
                        "even 9", "the product's 9", "best on the same questions 9", "best on the other half 27");
        assertThat(metrics())
                .filteredOn(metric ->
                        metric.getJsonObject("by").getString("weights").startsWith("best"))
                .allSatisfy(metric -> assertThat(value(metric)).isEqualTo(1));
    }

    private static TruthManual manual(int seed) {
        return TruthManual.pdf("truth-" + seed + ".pdf", seed, Collections.nCopies(3, TruthLayout.PORTRAIT));
    }

    private int run(String... arguments) {
        programs.getBuffer().setLength(0);
        people.getBuffer().setLength(0);
        CommandLine evaluate =
                Evaluate.commandLine().setOut(new PrintWriter(programs, true)).setErr(new PrintWriter(people, true));
        return evaluate.execute(arguments);
    }

    private List<JsonObject> metrics() {
        return programs.toString().lines().map(EvaluateTest::json).collect(Collectors.toList());
    }

    private static JsonObject json(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static double value(JsonObject metric) {
        return metric.getJsonNumber("value").doubleValue();
    }

    private void write(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }
}
