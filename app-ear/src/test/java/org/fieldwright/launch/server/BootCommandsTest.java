package org.fieldwright.launch.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.launch.tls.ServerKeyStore;
import org.junit.jupiter.api.Test;

class BootCommandsTest {

    private static final ServerSettings PLAIN = new ServerSettings("0.0.0.0", 8080, Optional.empty(), 1024, Map.of());
    private static final ServerSettings HTTPS = new ServerSettings(
            "0.0.0.0",
            8080,
            Optional.of(new ServerSettings.Https(8443, new ServerKeyStore(Path.of("server.p12"), "words", "AB:CD"))),
            1024,
            Map.of());

    @Test
    void http_is_open_to_the_network_when_it_is_all_there_is() {
        assertThat(BootCommands.of(PLAIN)).anyMatch(command -> command.endsWith("http-listener.address=0.0.0.0"));
        assertThat(BootCommands.of(PLAIN)).noneMatch(command -> command.contains("https-listener"));
    }

    @Test
    void beside_https_http_answers_this_machine_only() {
        List<String> commands = BootCommands.of(HTTPS);

        assertThat(commands)
                .anyMatch(command -> command.endsWith(".http-listener.address=127.0.0.1"))
                .anyMatch(command -> command.endsWith(".https-listener.address=0.0.0.0"))
                .anyMatch(command -> command.endsWith(".https-listener.port=8443"))
                .anyMatch(command -> command.endsWith(".https-listener.enabled=true"));
    }

    @Test
    void no_password_stands_among_the_commands() {
        assertThat(String.join("\n", BootCommands.of(HTTPS))).doesNotContain("words");
    }
}
