package org.fieldwright.launch.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fieldwright.launch.DataFolder;
import org.fieldwright.launch.LaunchRefused;

/**
 * Payara Micro, unpacked once into the data folder and kept for as long as the bundle and the JDK stay the same. Its
 * classes are then ordinary ones of the class path, and the JVM may keep what it made of them from one start to the next;
 * that saves about a fifth of the work of a start. What a running server leaves behind is cleared away before the next one.
 */
final class UnpackedServer {

    private static final String LAUNCHER = "launch-micro.jar";
    private static final String CONFIG = "config";
    private static final String CONFIG_AS_DELIVERED = "config-as-delivered";
    private static final String CLASSES = "classes.jsa";
    private static final String MADE_FROM = "made-from";

    /** What stays from one start to the next. */
    private static final Set<String> KEPT =
            Set.of("META-INF", LAUNCHER, "lib", "runtime", CONFIG_AS_DELIVERED, CLASSES, MADE_FROM);

    private final Path folder;

    private UnpackedServer(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the bundle's server where that has not been done yet, and makes it ready for a start. */
    static UnpackedServer of(Bundle bundle, DataFolder data) throws LaunchRefused, IOException {
        Path folder = data.root().resolve("server");
        String wanted = describe(bundle);
        Path madeFrom = folder.resolve(MADE_FROM);
        if (Files.notExists(madeFrom) || !Files.readString(madeFrom).equals(wanted)) {
            unpack(bundle, data.emptied("server"));
            Files.writeString(madeFrom, wanted);
        }
        clear(folder);
        return new UnpackedServer(folder);
    }

    /** Runs the server, in place of Payara's own file. */
    Path launcher() {
        return folder.resolve(LAUNCHER);
    }

    /** What the JVM is to remember its classes with: read at the start, written at the end where it is missing or stale. */
    List<String> rememberClasses() {
        return List.of(
                "-XX:SharedArchiveFile=" + folder.resolve(CLASSES),
                "-XX:+AutoCreateSharedArchive",
                // The JVM would name every class that it cannot remember.
                "-Xlog:disable",
                "-Xlog:all=error:stderr");
    }

    private static void unpack(Bundle bundle, Path folder) throws LaunchRefused, IOException {
        Process unpacking = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        bundle.payara().toString(),
                        "--nocluster",
                        "--rootdir",
                        folder.toString(),
                        "--addlibs",
                        bundle.sessionIds().toString(),
                        "--outputlauncher")
                .redirectErrorStream(true)
                .start();
        String said;
        try (InputStream out = unpacking.getInputStream()) {
            said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        unpacking.onExit().join();
        if (unpacking.exitValue() != 0 || Files.notExists(folder.resolve(LAUNCHER))) {
            throw LaunchRefused.failed("The server cannot be unpacked to " + folder + ": " + said.strip());
        }
        Files.move(folder.resolve(CONFIG), folder.resolve(CONFIG_AS_DELIVERED));
    }

    /** The last server's deployment and settings go: the next one would trip over them. */
    private static void clear(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> content = Files.list(folder)) {
            left = content.filter(path -> !KEPT.contains(path.getFileName().toString()))
                    .toList();
        }
        for (Path path : left) {
            DataFolder.delete(path);
        }
        Path delivered = folder.resolve(CONFIG_AS_DELIVERED);
        Path config = folder.resolve(CONFIG);
        try (Stream<Path> files = Files.walk(delivered)) {
            for (Path file : files.toList()) {
                Files.copy(file, config.resolve(delivered.relativize(file)));
            }
        }
    }

    private static String describe(Bundle bundle) throws IOException {
        return System.getProperty("java.vm.version") + " " + state(bundle.payara()) + " " + state(bundle.sessionIds());
    }

    private static String state(Path file) throws IOException {
        return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    }
}
