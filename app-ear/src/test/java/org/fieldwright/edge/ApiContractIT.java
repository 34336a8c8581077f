package org.fieldwright.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.RunningPortal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API does what docs/openapi.yaml says, and says nothing that does not stand there. */
@ExtendWith(RunningPortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiContractIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ABSENT = "00000000-0000-4000-8000-000000000000";

    private static final String TOKENS = "/api/v1/tokens";
    private static final String MANUALS = "/api/v1/manuals";
    private static final String MANUAL = "/api/v1/manuals/{id}";
    private static final String REINDEX = "/api/v1/manuals/{id}/reindex";
    private static final String PAGE = "/api/v1/manuals/{id}/pages/{number}";
    private static final String IMAGE = "/api/v1/manuals/{id}/pages/{number}/image";
    private static final String TASK = "/api/v1/tasks/{id}";
    private static final String QUESTIONS = "/api/v1/questions";
    private static final String QUESTION = "/api/v1/questions/{id}";
    private static final String WORDS = "/api/v1/questions/{id}/words";

    private Portal portal;
    private Program administrator;
    private ApiDescription api;

    @BeforeAll
    void open(Portal shared) throws IOException {
        portal = shared;
        administrator = Program.of(shared, "admin");
        api = ApiDescription.written();
    }

    @Test
    void the_description_that_is_served_is_the_one_in_the_documentation() {
        ObjectNode served = (ObjectNode)
                ApiDescription.json(administrator.get("openapi?format=JSON").body());
        served.remove("endpoints"); // the server's own addition

        assertThat(served).isEqualTo(api.document());
    }

    @Test
    void it_says_of_every_operation_what_somebody_needs_who_has_nothing_else() {
        assertThat(api.operations())
                .hasSizeGreaterThan(10)
                .allSatisfy(operation ->
                        assertThat(api.gaps(operation)).as(operation).isEmpty());
        assertThat(api.document().at("/components/securitySchemes/token/scheme").asText())
                .isEqualTo("bearer");
    }

    /** From nothing to an answer with the picture of its page, and everything put away again. */
    @Test
    void every_operation_gives_the_good_answer_it_promises() {
        HttpResponse<String> issued = Program.without(portal.address())
                .post("api/v1/tokens", Program.credentials(Portal.account("admin"), Portal.DEMO_PASSWORD));
        api.check("POST " + TOKENS, issued);
        JsonNode secret = ApiDescription.json(issued.body());
        Program program = administrator.withToken(secret.get("token").asText());
        api.check("GET " + TOKENS, program.get("api/v1/tokens"));

        JsonNode upload = uploadedAndRead(program);
        String manual = upload.get("id").asText();
        api.check("GET " + MANUALS, program.get("api/v1/manuals?q=edge&max=5"));
        api.check("GET " + MANUAL, program.get("api/v1/manuals/" + manual));
        api.check("GET " + PAGE, program.get("api/v1/manuals/" + manual + "/pages/1"));

        String asked =
                "{\"question\":\"What does code QX77 mean?\",\"explain\":true,\"manualIds\":[\"" + manual + "\"]}";
        await(() -> ask(program, asked).get("outcome").asText().equals("answered"));
        JsonNode answer = ask(program, asked);
        assertThat(answer.at("/citations/0/manual/id").asText()).isEqualTo(manual);
        assertThat(answer.at("/citations/0/page").asInt()).isEqualTo(1);
        assertThat(answer.at("/citations/0/quote").asText()).contains("QX77");
        assertThat(answer.at("/explanation/stages")).isNotEmpty();
        String question = answer.get("id").asText();
        api.check("GET " + QUESTION, program.get("api/v1/questions/" + question));
        api.check("GET " + WORDS, program.get("api/v1/questions/" + question + "/words"));
        openThePageOfAnAnswer(program);

        api.check(
                "POST " + REINDEX,
                program.send(
                        program.request("api/v1/manuals/" + manual + "/reindex").POST(BodyPublishers.noBody())));
        api.check(
                "DELETE " + MANUAL,
                program.send(program.request("api/v1/manuals/" + manual).DELETE()));
        assertThat(program.get("api/v1/manuals/" + manual).statusCode()).isEqualTo(404);
        api.check(
                "DELETE /api/v1/tokens/{id}",
                program.send(program.request("api/v1/tokens/" + secret.get("id").asText())
                        .DELETE()));

        assertThat(api.seenToSucceed()).isEqualTo(api.operations());
    }

    private JsonNode uploadedAndRead(Program program) {
        byte[] content = ("# Edge heater " + UUID.randomUUID()
                        + "\n\n## Codes\n\nCode QX77 means that the flame was lost twice.\n")
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> first = program.upload("edge-heater.md", content);
        HttpResponse<String> again = program.upload("edge-heater.md", content);
        api.check("POST " + MANUALS, first);
        api.check("POST " + MANUALS, again);
        JsonNode upload = ApiDescription.json(first.body());
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.headers().firstValue("Location").orElseThrow())
                .endsWith("/api/v1/manuals/" + upload.get("id").asText());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(ApiDescription.json(again.body()).get("id")).isEqualTo(upload.get("id"));

        String task = "api/v1/tasks/" + upload.get("task").asText();
        await(() -> {
            HttpResponse<String> state = program.get(task);
            api.check("GET " + TASK, state);
            String now = ApiDescription.json(state.body()).get("state").asText();
            assertThat(now).isNotEqualTo("failed");
            return now.equals("done");
        });
        return upload;
    }

    /** A citation of a PDF carries the places of its words, and the address of the page's picture. */
    private void openThePageOfAnAnswer(Program program) {
        await(() -> ApiDescription.json(program.get("api/v1/manuals?q=GF80").body())
                .at("/manuals/0/state")
                .asText()
                .equals("ready"));
        JsonNode citation = ask(
                        program,
                        "{\"question\":\"What manifold pressure does the GF80-060 need?\",\"model\":\"GF80-060\"}")
                .at("/citations/0");
        assertThat(citation.at("/boxes")).isNotEmpty();
        String image = citation.get("image").asText();

        HttpResponse<byte[]> drawn = program.send(program.request(image), HttpResponse.BodyHandlers.ofByteArray());
        api.check("GET " + IMAGE, drawn);
        HttpResponse<String> unchanged = program.send(program.request(image)
                .header("If-None-Match", drawn.headers().firstValue("ETag").orElseThrow()));
        api.check("GET " + IMAGE, unchanged);

        assertThat(drawn.body()).hasSizeGreaterThan(1_000);
        assertThat(unchanged.statusCode()).isEqualTo(304);
    }

    @Test
    void every_refusal_is_a_problem_that_the_description_knows() {
        Program technician = Program.of(portal, "technician");
        Program stranger = Program.without(portal.address());

        refused(401, "GET " + MANUALS, stranger.get("api/v1/manuals"));
        refused(401, "POST " + TOKENS, stranger.post("api/v1/tokens", Program.credentials("ghost@shop.example", "x")));
        refused(422, "POST " + TOKENS, stranger.post("api/v1/tokens", "{}"));
        refused(400, "POST " + TOKENS, stranger.post("api/v1/tokens", "{"));
        refused(403, "POST " + MANUALS, technician.upload("a.txt", "a".getBytes(StandardCharsets.UTF_8)));
        refused(
                403,
                "DELETE " + MANUAL,
                technician.send(technician.request("api/v1/manuals/" + ABSENT).DELETE()));
        refused(404, "GET " + MANUAL, technician.get("api/v1/manuals/" + ABSENT));
        refused(404, "GET " + MANUAL, technician.get("api/v1/manuals/nonsense"));
        refused(404, "GET " + TASK, technician.get("api/v1/tasks/" + ABSENT));
        refused(404, "GET " + PAGE, technician.get("api/v1/manuals/" + ABSENT + "/pages/1"));
        refused(404, "GET " + IMAGE, technician.get("api/v1/manuals/" + ABSENT + "/pages/1/image"));
        refused(404, "GET " + QUESTION, technician.get("api/v1/questions/" + ABSENT));
        refused(404, "GET " + WORDS, technician.get("api/v1/questions/" + ABSENT + "/words"));
        refused(404, "POST " + REINDEX, reindex(administrator));
        refused(403, "POST " + REINDEX, reindex(technician));
        refused(422, "POST " + QUESTIONS, technician.post("api/v1/questions", "{\"question\":\" \"}"));
        refused(
                422,
                "POST " + QUESTIONS,
                technician.post("api/v1/questions", "{\"question\":\"" + "x".repeat(10_001) + "\"}"));
        refused(400, "POST " + QUESTIONS, technician.post("api/v1/questions", "{\"question\":[]}"));
        refused(
                404,
                "POST " + QUESTIONS,
                technician.post("api/v1/questions", "{\"question\":\"E4\",\"manualIds\":[\"nonsense\"]}"));
        refused(
                415,
                "POST " + QUESTIONS,
                technician.send(technician
                        .request("api/v1/questions")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("E4?"))));
        refused(422, "POST " + MANUALS, administrator.send(multipartWithout("file")));
    }

    private static HttpResponse<String> reindex(Program program) {
        return program.send(
                program.request("api/v1/manuals/" + ABSENT + "/reindex").POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder multipartWithout(String file) {
        return administrator
                .request("api/v1/manuals")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(
                        "--x\r\nContent-Disposition: form-data; name=\"not " + file + "\"\r\n\r\n1\r\n--x--\r\n"));
    }

    private void refused(int status, String operation, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(status);
        api.check(operation, answer);
        assertThat(ApiDescription.json(answer.body()).get("status").asInt()).isEqualTo(status);
    }

    private JsonNode ask(Program program, String question) {
        HttpResponse<String> answer = program.post("api/v1/questions", question);
        api.check("POST " + QUESTIONS, answer);
        return ApiDescription.json(answer.body());
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("still not so after %s", PATIENCE).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
