package org.fieldwright.launch.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldwright.launch.DataFolder;
import org.fieldwright.launch.LaunchedBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is unpacked once, and every start finds it as it was delivered. */
class UnpackedServerIT {

    @TempDir
    private Path folder;

    private DataFolder data;
    private Path server;

    @BeforeEach
    void openDataFolder() throws Exception {
        data = DataFolder.open(folder.resolve("data"));
        server = data.root().resolve("server");
    }

    @AfterEach
    void closeDataFolder() throws Exception {
        data.close();
    }

    @Test
    void what_a_server_left_is_gone_and_what_the_jvm_learned_is_kept() throws Exception {
        Bundle bundle = Bundle.in(LaunchedBundle.folder());
        UnpackedServer.of(bundle, data);
        String delivered = Files.readString(server.resolve("config/domain.xml"));
        Files.writeString(server.resolve("config/domain.xml"), "changed by a running server");
        Files.createDirectories(server.resolve("applications/fieldwright"));
        Files.writeString(server.resolve("classes.jsa"), "learned");

        UnpackedServer again = UnpackedServer.of(bundle, data);

        assertThat(again.launcher()).isRegularFile();
        assertThat(server.resolve("config/domain.xml")).hasContent(delivered);
        assertThat(server.resolve("applications")).doesNotExist();
        assertThat(server.resolve("classes.jsa")).hasContent("learned");
    }

    @Test
    void another_bundle_is_unpacked_anew() throws Exception {
        Bundle bundle = Bundle.in(LaunchedBundle.folder());
        UnpackedServer.of(bundle, data);
        Files.writeString(server.resolve("classes.jsa"), "learned");
        Path newer = Files.copy(bundle.sessionIds(), folder.resolve("newer-session-ids.jar"));

        UnpackedServer.of(new Bundle(bundle.payara(), bundle.portal(), newer), data);

        assertThat(server.resolve("classes.jsa")).doesNotExist();
        assertThat(server.resolve("launch-micro.jar")).isRegularFile();
    }
}
