package org.fieldwright.launch.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The unpacked programs of our own PostgreSQL, for what the library that starts it does not do. */
final class PostgresPrograms {

    private final Path folder;

    PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /** Stops the server of these tables as PostgreSQL's "fast" mode does: running work is rolled back. */
    void stop(Path tables, Path log) throws IOException, InterruptedException {
        Optional<Path> control = find("pg_ctl");
        if (control.isEmpty()) {
            throw new IOException("no pg_ctl in " + folder);
        }
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to be run by root; in a user namespace of its own it is not root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(
                List.of(control.get().toString(), "-D", tables.toString(), "-m", "fast", "-w", "-t", "60", "stop"));
        File output = log.toFile();
        int result = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start()
                .waitFor();
        if (result != 0) {
            throw new IOException("pg_ctl ended with " + result + ", see " + log);
        }
    }

    private Optional<Path> find(String program) throws IOException {
        if (Files.notExists(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.map(version -> version.resolve("bin").resolve(program))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
