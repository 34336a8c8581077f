package org.fieldwright.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fieldwright.launch.database.DatabaseAddress;
import org.fieldwright.launch.database.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The EAR: what is in it, and that a full Jakarta EE server runs it. */
class EarIT {

    private static final Path EAR =
            Path.of(System.getProperty("fieldwright.ear", "target/fieldwright-full-server.ear"));
    private static final Path SERVER =
            Path.of(System.getProperty("fieldwright.full-server", "target/full-server/payara6"));

    /** Payara counts the ports of a domain from a base: administration at 48, HTTP at 80, the last at 86. */
    private static final int ADMINISTRATION = 48;

    private static final int HTTP = 80;
    private static final int LAST_PORT = 86;

    @TempDir
    private Path folder;

    @Test
    void the_ear_holds_the_portal_at_the_root_and_nothing_else() throws IOException {
        try (JarFile ear = new JarFile(EAR.toFile())) {
            List<String> files = ear.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !name.startsWith("META-INF/"))
                    .toList();
            String descriptor = new String(
                    ear.getInputStream(ear.getEntry("META-INF/application.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);

            assertThat(files).containsExactly("fieldwright.war");
            assertThat(descriptor)
                    .contains("<web-uri>fieldwright.war</web-uri>", "<context-root>/</context-root>")
                    .doesNotContain("<java>", "<ejb>");
        }
    }

    @Test
    void of_the_libraries_the_server_reads_only_those_with_beans() throws IOException {
        Set<String> files = new TreeSet<>();
        String descriptor = "";
        try (JarFile ear = new JarFile(EAR.toFile());
                ZipInputStream war = new ZipInputStream(ear.getInputStream(ear.getEntry("fieldwright.war")))) {
            for (ZipEntry entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
                files.add(entry.getName());
                if (entry.getName().equals("WEB-INF/payara-web.xml")) {
                    descriptor = new String(war.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }

        List<String> read = files.stream()
                .filter(name -> name.startsWith("WEB-INF/lib/") && name.endsWith(".jar"))
                .filter(name -> !files.contains(name.replace("/", "__").replace(".jar", "_jar/unread")))
                .map(name -> name.replaceAll(".*/|-\\d.*", ""))
                .toList();

        List<String> withBeans = Pattern.compile("<scanning-include>(.*)-\\*</scanning-include>")
                .matcher(descriptor)
                .results()
                .map(include -> include.group(1))
                .toList();
        assertThat(read).isNotEmpty().containsExactlyInAnyOrderElementsOf(withBeans);
    }

    @Test
    void a_full_server_runs_the_ear() throws Exception {
        int base = freePortBase();
        try (DataFolder data = DataFolder.open(folder.resolve("data"));
                EmbeddedDatabase database = new EmbeddedDatabase(data)) {
            DatabaseAddress address = database.start(0);
            FullServer server = new FullServer(folder.resolve("domains"), base, environment(data, address));
            server.create();
            giveDriver(server.domains().resolve("shop"));
            try {
                server.asadmin("start-domain", "--domaindir", server.domains().toString(), "shop");
                server.asadmin("--port", Integer.toString(base + ADMINISTRATION), "deploy", EAR.toString());

                HttpResponse<String> page = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + (base + HTTP) + "/signin"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("Fieldwright").contains("type=\"password\"");
            } finally {
                server.asadmin(
                        "stop-domain", "--kill", "--domaindir", server.domains().toString(), "shop");
            }
        }
    }

    /** The step that docs/operations.md asks of an operator: the server wants the driver in its own library folder. */
    private static void giveDriver(Path domain) throws Exception {
        Path driver = Path.of(org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(driver, domain.resolve("lib").resolve("postgresql.jar"));
    }

    private static Map<String, String> environment(DataFolder data, DatabaseAddress address) {
        return Map.of(
                "FIELDWRIGHT_DATABASE_URL", address.url(),
                "FIELDWRIGHT_DATABASE_USER", address.user(),
                "FIELDWRIGHT_DATABASE_PASSWORD", address.password(),
                "FIELDWRIGHT_DATA_DIRECTORY", data.derived().toString());
    }

    private static int freePortBase() {
        for (int base = 21_000; base < 31_000; base += 100) {
            if (isFree(base)) {
                return base;
            }
        }
        throw new IllegalStateException("no hundred free ports in a row");
    }

    private static boolean isFree(int base) {
        for (int port = base; port <= base + LAST_PORT; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                assertThat(socket.isBound()).isTrue();
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    private record FullServer(Path domains, int base, Map<String, String> environment) {

        void create() throws IOException, InterruptedException {
            asadmin(
                    "create-domain",
                    "--domaindir",
                    domains.toString(),
                    "--nopassword",
                    "--portbase",
                    Integer.toString(base),
                    "shop");
            // The heap a domain comes with is too small for the embedding model.
            Path settings = domains.resolve("shop/config/domain.xml");
            Files.writeString(settings, Files.readString(settings).replace("-Xmx512m", "-Xmx1536m"));
        }

        void asadmin(String... arguments) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    SERVER.resolve("glassfish/lib/client/appserver-cli.jar").toString()));
            command.addAll(List.of(arguments));
            File said = domains.resolveSibling("asadmin.log").toFile();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(said));
            builder.environment().putAll(environment);
            int code = builder.start().waitFor();
            assertThat(code)
                    .withFailMessage(() -> String.join(" ", arguments) + " failed:\n" + read(said.toPath()) + log())
                    .isZero();
        }

        private String log() {
            return read(domains.resolve("shop/logs/server.log"));
        }

        private static String read(Path file) {
            try {
                return Files.exists(file) ? Files.readString(file) : "";
            } catch (IOException e) {
                return e.toString();
            }
        }
    }
}
