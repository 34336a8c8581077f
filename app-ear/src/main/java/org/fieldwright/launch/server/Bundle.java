package org.fieldwright.launch.server;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fieldwright.launch.LaunchRefused;

/**
 * The files a start needs, as the build lays them out beside the launcher.
 *
 * @param payara Payara Micro
 * @param portal the WAR
 * @param sessionIds the maker of session identifiers, loaded by the server
 */
public record Bundle(Path payara, Path portal, Path sessionIds) {

    public static Bundle in(Path folder) throws LaunchRefused {
        Path server = folder.resolve("server");
        Bundle bundle = new Bundle(
                server.resolve("payara-micro.jar"),
                server.resolve("fieldwright.war"),
                server.resolve("session-ids.jar"));
        for (Path part : List.of(bundle.payara, bundle.portal, bundle.sessionIds)) {
            if (Files.notExists(part)) {
                throw LaunchRefused.failed("The file " + part
                        + " is missing. Build Fieldwright again: ./mvnw -DskipTests package -pl app-ear -am");
            }
        }
        return bundle;
    }

    /** The bundle around the jar this class came from. */
    public static Bundle ofThisLauncher() throws LaunchRefused {
        try {
            Path jar = Path.of(Bundle.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return in(jar.getParent());
        } catch (URISyntaxException e) {
            throw LaunchRefused.failed("The launcher does not find its own files", e);
        }
    }
}
