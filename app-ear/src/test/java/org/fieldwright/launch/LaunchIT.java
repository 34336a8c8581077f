package org.fieldwright.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, with the real portal. */
@ExtendWith(RunningPortal.class)
class LaunchIT {

    private static final Map<String, String> ADMINISTRATOR = Map.of(
            "FIELDWRIGHT_ADMIN_EMAIL", "owner@shop.example",
            "FIELDWRIGHT_ADMIN_PASSWORD", "seven wet wrenches");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void the_operator_reads_addresses_accounts_and_where_the_log_is(Portal portal) {
        assertThat(portal.said())
                .contains("On this machine   " + portal.address())
                .contains("technician@demo.fieldwright")
                .contains("password for all: fieldwright-demo")
                .contains(portal.data().toAbsolutePath().resolve("logs").toString())
                .contains("Ctrl-C");
    }

    @Test
    void session_ids_have_256_random_bits_and_the_server_does_not_name_itself(Portal portal) throws Exception {
        HttpResponse<String> page = get(portal.page("signin"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .containsPattern("=[0-9a-f]{64}(\\.\\w+)?;")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
        assertThat(page.headers().firstValue("Server")).isEmpty();
        assertThat(page.headers().firstValue("X-Powered-By")).isEmpty();
    }

    @Test
    void a_second_launcher_on_the_same_data_is_refused(Portal portal) throws IOException {
        LaunchedBundle second = LaunchedBundle.start(portal.data(), Map.of());

        assertThat(second.awaitExit()).isEqualTo(ExitCode.DATA_FOLDER_IN_USE);
        assertThat(second.said()).contains("Another Fieldwright is running with the data in");
    }

    @Test
    void a_used_port_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            LaunchedBundle launched = LaunchedBundle.startOn(taken.getLocalPort(), folder.resolve("data"), Map.of());

            assertThat(launched.awaitExit()).isEqualTo(ExitCode.PORT_IN_USE);
            assertThat(launched.said()).contains("Port " + taken.getLocalPort()).contains("--port=<port>");
        }
    }

    @Test
    void an_unreachable_database_is_said_before_any_server_starts() throws IOException {
        LaunchedBundle launched = LaunchedBundle.start(
                folder.resolve("data"),
                Map.of("FIELDWRIGHT_DATABASE_USER", "shop"),
                "--database-url=jdbc:postgresql://127.0.0.1:1/fieldwright");

        assertThat(launched.awaitExit()).isEqualTo(ExitCode.DATABASE);
        assertThat(launched.said())
                .contains("The database cannot be reached at jdbc:postgresql://127.0.0.1:1/fieldwright")
                .doesNotContain("Exception")
                .doesNotContain("Starting the portal");
    }

    @Test
    void production_without_an_administrator_is_refused() throws IOException {
        LaunchedBundle launched = LaunchedBundle.start(folder.resolve("data"), Map.of(), "--prod", "--https");

        assertThat(launched.awaitExit()).isEqualTo(ExitCode.NOT_FIT_FOR_PRODUCTION);
        assertThat(launched.said()).contains("FIELDWRIGHT_ADMIN_EMAIL");
    }

    @Test
    void a_weak_password_of_the_first_administrator_is_refused_in_the_portals_own_words() throws IOException {
        LaunchedBundle launched = LaunchedBundle.start(
                folder.resolve("data"),
                Map.of("FIELDWRIGHT_ADMIN_EMAIL", "owner@shop.example", "FIELDWRIGHT_ADMIN_PASSWORD", "too short"),
                "--prod",
                "--https");

        assertThat(launched.awaitExit()).isEqualTo(ExitCode.FAILED);
        assertThat(launched.said())
                .contains(
                        "The portal did not start: fieldwright.admin.password will not do. Please take a password of at"
                                + " least 12 characters. A few words in a row do well. The full log")
                .doesNotContain("too short");
    }

    @Test
    void everything_is_found_again_after_a_stop_and_after_a_hard_end() throws Exception {
        Path data = folder.resolve("a shop");

        try (LaunchedBundle first =
                LaunchedBundle.start(data, ADMINISTRATOR, "--empty").awaitReady()) {
            assertThat(signIn(first.address())).isEqualTo(201);
            assertThat(first.stop()).isEqualTo(ExitCode.STOPPED_AS_ASKED);
            assertThat(first.said()).endsWith("Stopped");
        }
        LaunchedBundle second = LaunchedBundle.start(data, Map.of(), "--empty").awaitReady();
        assertThat(signIn(second.address())).isEqualTo(201);
        second.killHard();

        int httpsPort = LaunchedBundle.freePort();
        try (LaunchedBundle third = LaunchedBundle.start(
                        data, Map.of(), "--empty", "--https", "--https-port=" + httpsPort)
                .awaitReady()) {
            HttpClient secure = HttpClient.newBuilder()
                    .sslContext(PortalCertificate.trusted(data))
                    .build();
            HttpResponse<String> page = secure.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + httpsPort + "/signin"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-")
                    .containsIgnoringCase("Secure");
            assertThat(third.said()).contains("Stopped the server that a hard end had left running");
            assertThat(third.said()).contains("https://localhost:" + httpsPort);
        }
    }

    private int signIn(URI portal) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(portal.resolve("api/v1/tokens"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"owner@shop.example\",\"password\":\"seven wet wrenches\"}"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
