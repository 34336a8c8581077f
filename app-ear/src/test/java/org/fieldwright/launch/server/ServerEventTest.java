package org.fieldwright.launch.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerEventTest {

    private static final String FAILURE = """
            {"Timestamp":"2026-11-24T00:47:10.472+0000","Level":"SEVERE","Version":"","LoggerName":"javax.enterprise.system.core",\
            "ThreadID":"3","Throwable":{"Exception":"Exception during lifecycle processing",\
            "StackTrace":"org.glassfish.deployment.common.DeploymentException: failed\\n\\tat a.b.C.d(C.java:1)\\n\
            Caused by: java.lang.IllegalStateException: wrapped\\n\\tat a.b\\n\
            Caused by: org.fieldwright.Problem$Kind: The index folder is full\\n\\tat a.b"}}""";

    @Test
    void a_log_event_has_time_level_logger_and_message() {
        ServerEvent event = ServerEvent.read(event("INFO", "org.fieldwright.web.Start", "Index opened"));

        assertThat(event.level()).isEqualTo("INFO");
        assertThat(event.logger()).isEqualTo("org.fieldwright.web.Start");
        assertThat(event.message()).isEqualTo("Index opened");
        assertThat(event.asText())
                .isEqualTo("2026-11-24T00:47:10.472Z INFO    org.fieldwright.web.Start: Index opened");
    }

    @Test
    void the_innermost_cause_is_named_in_its_own_words() {
        assertThat(ServerEvent.read(FAILURE).rootCause()).hasValue("The index folder is full");
    }

    @Test
    void the_log_file_keeps_the_stack_trace() {
        assertThat(ServerEvent.read(FAILURE).asText())
                .startsWith("2026-11-24T00:47:10.472Z SEVERE")
                .contains("at a.b.C.d(C.java:1)");
    }

    @Test
    void what_is_no_event_is_kept_as_it_stands() {
        assertThat(ServerEvent.read("WARNING: something of the JVM").asText())
                .isEqualTo("WARNING: something of the JVM");
        assertThat(ServerEvent.read("{\"Timestamp\": broken").asText()).isEqualTo("{\"Timestamp\": broken");
    }

    @Test
    void the_operator_sees_what_the_portal_says() {
        assertThat(readable(event("INFO", "org.fieldwright.web.Start", "Index opened")))
                .isEqualTo("false Index opened");
    }

    @Test
    void the_operator_sees_problems_of_the_server_with_their_cause_in_one_line() {
        assertThat(readable(FAILURE))
                .isEqualTo("true Exception during lifecycle processing (The index folder is full)");
    }

    @Test
    void the_operator_is_spared_the_server_talking_about_itself() {
        assertThat(readable(event("INFO", "javax.enterprise.system.core", "Grizzly started")))
                .isEmpty();
        assertThat(readable(event("WARNING", "jakarta.enterprise.web", "Invalid Session Management Configuration x")))
                .isEmpty();
        assertThat(readable("WARNING: Using incubator modules")).isEmpty();
    }

    @Test
    void a_long_message_is_cut() {
        assertThat(readable(event("WARNING", "x", "y".repeat(1000)))).hasSize("true ".length() + 301);
    }

    private static String readable(String line) {
        return ReadableEvent.of(ServerEvent.read(line))
                .map(event -> event.problem() + " " + event.text())
                .orElse("");
    }

    private static String event(String level, String logger, String message) {
        return "{\"Timestamp\":\"2026-11-24T00:47:10.472+0000\",\"Level\":\"" + level + "\",\"LoggerName\":\"" + logger
                + "\",\"LogMessage\":\"" + message + "\"}";
    }
}
