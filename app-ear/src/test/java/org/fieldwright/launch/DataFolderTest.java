package org.fieldwright.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void a_new_folder_is_for_its_owner_only() throws Exception {
        try (DataFolder data = DataFolder.open(temporary.resolve("data"))) {
            assertThat(permissions(data.root())).isEqualTo("rwx------");
            assertThat(permissions(data.secrets())).isEqualTo("rwx------");
            assertThat(data.derived()).isDirectory();
            assertThat(data.logs()).isDirectory();
        }
    }

    @Test
    void a_second_launcher_on_the_same_folder_is_refused_while_the_first_runs() throws Exception {
        Path folder = temporary.resolve("data");

        try (DataFolder first = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOfSatisfying(
                            LaunchRefused.class,
                            refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.DATA_FOLDER_IN_USE))
                    .hasMessageContaining(first.root().toString());
        }
        try (DataFolder again = DataFolder.open(folder)) {
            assertThat(again.root()).isEqualTo(folder);
        }
    }

    @Test
    void a_folder_with_files_of_somebody_else_is_left_as_it_is() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("home"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("letter.txt"), "Dear");

        assertThatThrownBy(() -> DataFolder.open(folder)).hasMessageContaining("not Fieldwright's");

        assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
        assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("letter.txt"));
    }

    @Test
    void an_empty_folder_of_a_fresh_disk_is_taken() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("disk"));
        Files.createDirectory(folder.resolve("lost+found"));

        try (DataFolder data = DataFolder.open(folder)) {
            assertThat(data.logs()).isDirectory();
        }
    }

    @Test
    void a_file_in_place_of_the_folder_is_said_plainly() throws IOException {
        Path file = Files.writeString(temporary.resolve("data"), "no folder");

        assertThatThrownBy(() -> DataFolder.open(file)).hasMessageContaining("cannot be used");
    }

    @Test
    void a_kept_secret_is_made_once_and_readable_by_its_owner_only() throws IOException {
        Path file = temporary.resolve("secret");

        String made = KeptSecret.in(file);

        assertThat(made).hasSize(32).isEqualTo(KeptSecret.in(file));
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(KeptSecret.in(temporary.resolve("other"))).isNotEqualTo(made);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
