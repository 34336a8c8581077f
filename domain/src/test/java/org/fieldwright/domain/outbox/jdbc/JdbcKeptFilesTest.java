package org.fieldwright.domain.outbox.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.fieldwright.domain.outbox.KeptFiles;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.junit.jupiter.api.Test;

class JdbcKeptFilesTest {
    private final KeptFiles files = new JdbcKeptFiles(new Jdbc(TestDatabase.fresh()), Clock.systemUTC());

    @Test
    void a_file_is_found_by_its_content_and_kept_once() throws IOException {
        String name = files.keep("a nameplate".getBytes(UTF_8));

        assertThat(files.keep("a nameplate".getBytes(UTF_8))).isEqualTo(name);
        assertThat(name).hasSize(64);
        try (var content = files.open(name)) {
            assertThat(content.readAllBytes()).isEqualTo("a nameplate".getBytes(UTF_8));
        }
    }

    @Test
    void an_empty_file_and_one_that_is_too_large_are_refused() {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> files.keep(new byte[0]))
                .withMessageStartingWith("The file is empty.");
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> files.keep(new byte[KeptFiles.MOST_BYTES + 1]))
                .withMessageStartingWith("The file is larger than 25 MB.");
    }

    @Test
    void a_file_that_is_not_here_is_missed() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> files.open("ab".repeat(32)));
    }
}
