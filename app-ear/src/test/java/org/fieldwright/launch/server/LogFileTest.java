package org.fieldwright.launch.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path folder;

    @Test
    void each_start_has_a_file_of_its_own_and_five_are_kept() throws IOException {
        for (int start = 1; start <= 7; start++) {
            try (LogFile log = new LogFile(folder, "server")) {
                log.write("start " + start);
            }
        }

        assertThat(folder.resolve("server.log")).hasContent("start 7");
        assertThat(folder.resolve("server.4.log")).hasContent("start 3");
        assertThat(folder.resolve("server.5.log")).doesNotExist();
    }

    @Test
    void a_file_that_has_grown_is_set_aside() throws IOException {
        try (LogFile log = new LogFile(folder, "server")) {
            log.write("x".repeat(21 * 1024 * 1024));
            log.write("afterwards");
        }

        assertThat(folder.resolve("server.log")).hasContent("afterwards");
        assertThat(Files.size(folder.resolve("server.1.log"))).isGreaterThan(20L * 1024 * 1024);
    }
}
