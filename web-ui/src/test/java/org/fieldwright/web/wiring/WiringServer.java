package org.fieldwright.web.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** Tells Arquillian how to start Payara Micro: on a database of its own, with one secret in a file. */
public final class WiringServer implements LoadableExtension {
    static final String SECRET_IN_A_FILE = "a secret that stands in a file only";

    /** So few that the second one within a minute is too many. */
    static final int PAGES_A_MINUTE = 1;

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Settings.class);
    }

    /** Called by Arquillian before it starts the server. */
    public static final class Settings {
        void set(@Observes ContainerRegistry registry) throws IOException {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "wiring-")
                    .toAbsolutePath();
            for (Container<?> container : registry.getContainers()) {
                container
                        .getContainerConfiguration()
                        .overrideProperty("microJar", System.getProperty("fieldwright.payara-micro"))
                        .overrideProperty("randomHttpPort", "true")
                        .overrideProperty("autoBindHttp", "true")
                        .overrideProperty("clusterEnabled", "false")
                        .overrideProperty("outputToConsole", "false")
                        .overrideProperty("cmdOptions", String.join(" ", jvm(folder)))
                        .overrideProperty(
                                "extraMicroOptions",
                                "--disablephonehome --rootdir " + created(folder, "server") + " --secretsdir "
                                        + secrets(folder));
            }
        }

        private static List<String> jvm(Path folder) {
            PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.fresh();
            return List.of(
                    "-Xmx1200m",
                    "--add-modules=jdk.incubator.vector",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.io.tmpdir=" + created(folder, "tmp"),
                    "-Dfieldwright.data-directory=" + created(folder, "derived"),
                    "-Dfieldwright.database.url=" + database.getUrl(),
                    "-Dfieldwright.database.user=postgres",
                    "-Dfieldwright.database.password=postgres",
                    "-Dfieldwright.demo=true",
                    "-Dfieldwright.limits.pages=" + PAGES_A_MINUTE);
        }

        private static Path secrets(Path folder) throws IOException {
            Path secrets = created(folder, "secrets");
            Files.writeString(secrets.resolve("fieldwright.wiring.secret"), SECRET_IN_A_FILE);
            return secrets;
        }

        private static Path created(Path folder, String name) {
            try {
                return Files.createDirectories(folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
