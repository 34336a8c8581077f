package org.fieldwright.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.RunningPortal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More than an address is made for is refused in words, and leaves nothing behind. */
@ExtendWith(RunningPortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsIT {
    private static final int MEGABYTE = 1024 * 1024;

    private Portal portal;
    private RawHttp raw;

    @BeforeAll
    void open(Portal shared) {
        portal = shared;
        raw = new RawHttp(shared.address());
    }

    @Test
    void json_that_is_too_large_is_refused_by_the_size_it_tells() {
        Program program = Program.of(portal, "technician");

        HttpResponse<String> answer =
                program.post("api/v1/questions", "{\"question\":\"" + "x".repeat(300_000) + "\"}");

        assertTooLarge(answer, "256 KB");
    }

    @Test
    void json_that_tells_no_size_is_counted_while_it_comes() {
        Program program = Program.of(portal, "technician");
        byte[] endless = ("{\"question\":\"" + "x".repeat(300_000)).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = program.send(program.request("api/v1/questions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless))));

        assertTooLarge(answer, "256 KB");
    }

    @Test
    void ten_thousand_characters_of_any_kind_still_fit_into_a_question() {
        Program program = Program.of(portal, "technician");
        String widest = "\\ud83d\\udd27".repeat(5_000);

        HttpResponse<String> answer = program.post("api/v1/questions", "{\"question\":\"" + widest + "\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_of_three_megabytes_gets_a_decent_answer() {
        Visitor visitor = new Visitor(portal.address());

        HttpResponse<String> answer = visitor.submit("signin", Map.of("a", "x".repeat(3 * MEGABYTE)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("This is larger than the 1 MB that are accepted here. Nothing of it was kept.");
    }

    @Test
    void a_form_in_chunks_is_asked_for_its_size() throws IOException {
        String answer = raw.exchange(String.join(
                "\r\n",
                "POST /signin HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Content-Type: application/x-www-form-urlencoded",
                "Transfer-Encoding: chunked",
                "",
                "3",
                "a=b",
                "0",
                "",
                ""));

        assertThat(RawHttp.status(answer)).isEqualTo(411);
    }

    @Test
    void fifteen_thousand_fields_do_no_harm() {
        Visitor visitor = new Visitor(portal.address());
        Map<String, String> fields =
                IntStream.range(0, 15_000).boxed().collect(Collectors.toMap(number -> "p" + number, number -> "1"));

        HttpResponse<String> answer = visitor.submit("signin", fields);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Sign in");
    }

    @Test
    void a_stranger_cannot_leave_a_file_by_way_of_the_sign_in_page() throws IOException {
        String answer = raw.answer(
                "POST /signin", "Content-Type: multipart/form-data; boundary=x", "Content-Length: " + 50 * MEGABYTE);

        assertThat(RawHttp.status(answer)).isEqualTo(413);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void an_upload_over_the_limit_is_refused_before_any_of_it_is_read() throws IOException {
        String token = Program.of(portal, "admin").token();

        String answer = announceUpload(token, 500L * MEGABYTE);

        assertThat(RawHttp.status(answer)).isEqualTo(413);
        assertThat(answer).contains("application/problem+json", "\"code\":\"too-large\"", "200 MB");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void who_may_not_keep_manuals_cannot_make_the_server_take_one_in() throws IOException {
        String token = Program.of(portal, "technician").token();

        String answer = announceUpload(token, 50L * MEGABYTE);

        assertThat(RawHttp.status(answer)).isEqualTo(413);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void an_upload_that_tells_no_size_is_asked_for_it() {
        Program program = Program.of(portal, "admin");

        HttpResponse<String> answer = program.send(program.request("api/v1/manuals")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1000]))));

        assertThat(answer.statusCode()).isEqualTo(411);
        assertThat(answer.body()).contains("Content-Length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no boundary at all",
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nnever ends",
                "--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--x--\r\n"
            })
    void a_broken_upload_is_refused_in_words(String body) throws IOException {
        Program program = Program.of(portal, "admin");

        HttpResponse<String> answer = program.send(program.request("api/v1/manuals")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(Program.contentType(answer)).isEqualTo("application/problem+json");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void floods_of_headers_and_endless_addresses_are_cut_off_without_a_stack_trace() throws IOException {
        String[] many = IntStream.range(0, 500).mapToObj(i -> "X-" + i + ": 1").toArray(String[]::new);

        for (String answer : new String[] {
            raw.answer("GET /signin", many),
            raw.answer("GET /signin", "X-Long: " + "a".repeat(20_000)),
            raw.answer("GET /" + "a".repeat(20_000)),
            raw.answer("GET /signin", "Cookie: " + "a=b; ".repeat(5_000))
        }) {
            assertThat(RawHttp.status(answer)).isBetween(400, 499);
            assertThat(answer)
                    .doesNotContain("\tat ")
                    .doesNotContain("Exception")
                    .doesNotContain("Payara");
        }
        assertThat(new Visitor(portal.address()).open("signin").statusCode()).isEqualTo(200);
    }

    private static void assertTooLarge(HttpResponse<String> answer, String most) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Program.contentType(answer)).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("too-large", most, "Nothing of it was kept.");
    }

    /** What the server has put aside of uploads. */
    private Stream<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.walk(portal.data().resolve("server"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("upload_")).toList().stream();
        }
    }

    /** The answer to the head of an upload of which nothing is sent. */
    private String announceUpload(String token, long bytes) throws IOException {
        return raw.answer(
                "POST /api/v1/manuals",
                "Authorization: Bearer " + token,
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Length: " + bytes);
    }
}
