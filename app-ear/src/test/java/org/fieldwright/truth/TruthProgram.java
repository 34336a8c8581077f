package org.fieldwright.truth;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.fieldwright.domain.manual.Box;
import org.fieldwright.edge.Program;
import org.fieldwright.rag.truth.TruthFact;
import org.fieldwright.rag.truth.TruthManual;

/** Uploads manuals, follows their tasks and asks for their facts, by the API. */
final class TruthProgram {
    private static final int TRIES = 1_200;
    private static final int PAUSE_MILLIS = 100;

    private final Program program;

    TruthProgram(Program program) {
        this.program = program;
    }

    /** Uploads a manual; the id of its task, which is its own. */
    String upload(TruthManual manual) {
        HttpResponse<String> answer = program.upload(manual.fileName(), manual.content());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Program.object(answer).getString("task");
    }

    void readAgain(String manual) {
        assertThat(program.post("api/v1/manuals/" + manual + "/reindex", "").statusCode())
                .isEqualTo(202);
    }

    /** Follows a task to its end, which must be a good one. */
    void awaitDone(String task) {
        JsonObject ended = await(task, now -> List.of("done", "failed").contains(now.getString("state")));
        assertThat(ended.getString("state")).as(ended.toString()).isEqualTo("done");
    }

    /** Follows a task until it is in the middle of its pages. */
    void awaitMiddle(String task) {
        JsonObject now = await(task, seen -> !seen.getString("state").equals("waiting") && seen.getInt("done") > 0);
        assertThat(now.getString("state")).as(now.toString()).isEqualTo("running");
        assertThat(now.getInt("done")).isLessThan(now.getInt("total"));
    }

    private JsonObject await(String task, Predicate<JsonObject> reached) {
        return await(() ->
                Optional.of(Program.object(program.get("api/v1/tasks/" + task))).filter(reached));
    }

    JsonObject manual(String id) {
        return Program.object(program.get("api/v1/manuals/" + id));
    }

    /** The answer to a fact's question. */
    JsonObject ask(TruthFact fact) {
        String asked = Json.createObjectBuilder()
                .add("question", fact.question())
                .build()
                .toString();
        HttpResponse<String> answer = program.post("api/v1/questions", asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Program.object(answer);
    }

    /** The citations of the answer to a fact's question; at least one. */
    List<JsonObject> citations(TruthFact fact) {
        JsonObject answer = ask(fact);
        assertThat(answer.getString("outcome")).as(fact.toString()).isEqualTo("answered");
        List<JsonObject> citations = answer.getJsonArray("citations").getValuesAs(JsonObject.class);
        assertThat(citations).isNotEmpty();
        return citations;
    }

    /** Asks for a fact: every citation names its page and quotes its word, and where the page is fixed its lines are marked. */
    void assertCitedRightly(TruthFact fact, String manual) {
        List<JsonObject> citations = citations(fact);
        assertThat(citations).allSatisfy(citation -> {
            assertThat(citation.getJsonObject("manual").getString("id")).isEqualTo(manual);
            assertThat(citation.getInt("page")).as(fact.toString()).isEqualTo(fact.page());
            assertThat(citation.getString("quote")).contains(fact.word());
        });
        List<Box> marked = boxes(citations.getFirst());
        assertThat(fact.lines())
                .as(fact + " marked at " + marked)
                .allSatisfy(line -> assertThat(marked).anyMatch(box -> TruthFact.overlap(box, line) >= 0.5));
    }

    private static List<Box> boxes(JsonObject citation) {
        return citation.getJsonArray("boxes").getValuesAs(JsonObject.class).stream()
                .map(box -> new Box(number(box, "x"), number(box, "y"), number(box, "width"), number(box, "height")))
                .toList();
    }

    private static float number(JsonObject object, String name) {
        return (float) object.getJsonNumber(name).doubleValue();
    }

    /** Asks again and again until there is an answer. */
    static <T> T await(Supplier<Optional<T>> asked) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<T> answer = asked.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS))
                    .join();
        }
        throw new AssertionError("it did not come to pass");
    }
}
