package org.fieldwright.launch.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fieldwright.launch.LaunchedBundle;
import org.fieldwright.launch.server.Readiness.Answer;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    @Test
    void ready_means_that_every_check_is_up() {
        String body = """
                {"status":"UP","checks":[{"name":"database","status":"UP"},{"name":"index","status":"UP"}]}""";

        assertThat(Readiness.read(200, body)).isInstanceOf(Answer.Ready.class);
    }

    @Test
    void up_without_any_check_is_the_server_before_the_portal_is_there() {
        assertThat(Readiness.read(200, "{\"status\":\"UP\",\"checks\":[]}")).isEqualTo(new Answer.NotReady(List.of()));
    }

    @Test
    void what_is_down_is_named() {
        String body = """
                {"status":"DOWN","checks":[{"name":"database","status":"UP"},{"name":"index","status":"DOWN"}]}""";

        assertThat(Readiness.read(503, body)).isEqualTo(new Answer.NotReady(List.of("index")));
    }

    @Test
    void an_error_page_is_not_ready() {
        assertThat(Readiness.read(404, "<html>not here</html>")).isEqualTo(new Answer.NotReady(List.of()));
        assertThat(Readiness.read(200, "{}")).isEqualTo(new Answer.NotReady(List.of()));
    }

    @Test
    void nobody_there_is_silence() throws Exception {
        assertThat(new Readiness(LaunchedBundle.freePort()).ask()).isInstanceOf(Answer.Silence.class);
    }
}
