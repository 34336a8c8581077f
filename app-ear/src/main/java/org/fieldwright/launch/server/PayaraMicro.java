package org.fieldwright.launch.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.fieldwright.launch.DataFolder;
import org.fieldwright.launch.KeptSecret;
import org.fieldwright.launch.LaunchRefused;

/**
 * The server as a child process. Secrets reach it by its environment and by files only their owner may read, never
 * by its command line, which every user of the machine can see.
 */
public final class PayaraMicro implements AutoCloseable {

    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(40);

    /** The server stays up after this, empty. */
    private static final String DEPLOYMENT_FAILURE = "Exception while loading the app";

    /**
     * Six times the JVM's own limits for compiling a method at full strength. A start runs much code a few thousand
     * times and never again; compiling that took a third of its work. What answers questions passes the limits in its
     * first moments.
     */
    private static final List<String> COMPILE_LATER = List.of(
            "-XX:Tier4InvocationThreshold=30000",
            "-XX:Tier4MinInvocationThreshold=3600",
            "-XX:Tier4CompileThreshold=90000",
            "-XX:Tier4BackEdgeThreshold=240000");

    private final Process process;
    private final Path processNote;
    private final LogFile log;
    private volatile String reason = "";
    private volatile boolean deploymentFailed;

    private PayaraMicro(Process process, Path processNote, LogFile log) {
        this.process = process;
        this.processNote = processNote;
        this.log = log;
    }

    /**
     * Starts the server and returns at once.
     *
     * @param readable gets every event an operator wants to see, as one line without time
     */
    public static PayaraMicro start(
            Bundle bundle, DataFolder data, ServerSettings settings, Consumer<ReadableEvent> readable)
            throws LaunchRefused {
        try {
            Path note = note(data);
            ProcessBuilder builder = new ProcessBuilder(command(bundle, data, settings))
                    .redirectErrorStream(true)
                    .directory(data.emptied("tmp").toFile());
            builder.environment().putAll(settings.environment());
            // The native libraries of the embedding model are unpacked here rather than in somebody's home.
            builder.environment()
                    .putIfAbsent("DJL_CACHE_DIR", data.root().resolve("native").toString());
            LogFile log = new LogFile(data.logs(), "server");
            Process process = builder.start();
            KeptSecret.write(
                    note, process.pid() + " " + startOf(process.toHandle()).toEpochMilli());
            PayaraMicro server = new PayaraMicro(process, note, log);
            Thread.ofPlatform().name("server-log").daemon().start(() -> server.follow(readable));
            return server;
        } catch (IOException e) {
            throw LaunchRefused.failed("The server cannot be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Bundle bundle, DataFolder data, ServerSettings settings)
            throws LaunchRefused, IOException {
        UnpackedServer unpacked = UnpackedServer.of(bundle, data);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(unpacked.rememberClasses());
        command.addAll(COMPILE_LATER);
        command.addAll(List.of(
                "-Xmx" + settings.memoryMegabytes() + "m",
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + data.root().resolve("tmp"),
                "-jar",
                unpacked.launcher().toString(),
                "--nocluster",
                "--disablephonehome",
                "--secretsdir",
                data.secrets().toString(),
                "--logproperties",
                loggingProperties(data).toString(),
                "--prebootcommandfile",
                bootCommands(data, settings).toString(),
                "--port",
                Integer.toString(settings.port())));
        if (settings.https().isPresent()) {
            command.add("--systemproperties");
            command.add(keyStoreProperties(data, settings.https().get()).toString());
        }
        command.addAll(List.of("--deploy", bundle.portal().toString(), "--contextroot", "/"));
        return command;
    }

    private static Path loggingProperties(DataFolder data) throws IOException {
        Path file = data.run().resolve("logging.properties");
        try (InputStream in = PayaraMicro.class.getResourceAsStream("logging.properties")) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static Path bootCommands(DataFolder data, ServerSettings settings) throws IOException {
        return Files.write(data.run().resolve("boot-commands.txt"), BootCommands.of(settings));
    }

    private static Path keyStoreProperties(DataFolder data, ServerSettings.Https https) throws IOException {
        Path file = data.run().resolve("key-store.properties");
        String path = https.keyStore().file().toString().replace(File.separatorChar, '/');
        KeptSecret.write(
                file,
                "javax.net.ssl.keyStore=" + path + "\njavax.net.ssl.keyStorePassword="
                        + https.keyStore().password() + "\n");
        return file;
    }

    /**
     * After a hard end of the launcher its server may still run, on our database and on our port; stops it.
     *
     * @return whether there was one
     */
    public static boolean stopLeftover(DataFolder data) throws LaunchRefused {
        Path note = note(data);
        if (Files.notExists(note)) {
            return false;
        }
        try {
            Optional<ProcessHandle> leftover = noted(note);
            leftover.ifPresent(handle -> end(handle, handle.onExit()));
            Files.deleteIfExists(note);
            return leftover.isPresent();
        } catch (IOException e) {
            throw LaunchRefused.failed("The note " + note + " about an earlier server cannot be read", e);
        }
    }

    /** The noted process, if it still runs and its id has not gone to another one. */
    private static Optional<ProcessHandle> noted(Path note) throws IOException {
        String[] parts = Files.readString(note).strip().split(" ", 2);
        return parts.length < 2
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(parts[0]))
                        .filter(handle ->
                                Long.toString(startOf(handle).toEpochMilli()).equals(parts[1]));
    }

    private static Path note(DataFolder data) {
        return data.run().resolve("server.pid");
    }

    private static Instant startOf(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }

    private static void end(ProcessHandle handle, CompletableFuture<?> exit) {
        handle.destroy();
        try {
            exit.get(PATIENCE_TO_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
        } catch (ExecutionException | TimeoutException e) {
            handle.destroyForcibly();
        }
    }

    private void follow(Consumer<ReadableEvent> readable) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                ServerEvent event = ServerEvent.read(line);
                log.write(event.asText());
                boolean known = isKnown(event);
                remember(event);
                if (!known) {
                    // One failure passes through several loggers.
                    ReadableEvent.of(event).ifPresent(readable);
                }
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean isKnown(ServerEvent event) {
        return !reason.isEmpty()
                && (event.message().contains(reason)
                        || event.rootCause()
                                .filter(cause -> cause.contains(reason))
                                .isPresent());
    }

    private void remember(ServerEvent event) {
        boolean announcesFailure = event.headline().startsWith(DEPLOYMENT_FAILURE);
        boolean tellsWhy =
                (event.isProblem() && event.rootCause().isPresent()) || (event.isSevere() && !announcesFailure);
        if (tellsWhy && !isKnown(event)) {
            reason = event.rootCause().orElse(event.headline());
        }
        if (event.isProblem() && announcesFailure) {
            deploymentFailed = true;
        }
    }

    /** Why the server failed, in its own words without the last full stop; empty when it named no reason. */
    public String reason() {
        return reason.replaceFirst("\\.$", "");
    }

    /** Whether the server runs but the portal could not be started in it. */
    public boolean deploymentFailed() {
        return deploymentFailed;
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Waits until the server ends by itself. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    public Path logFile() {
        return log.path();
    }

    /** Lets the server finish its requests and close the portal; after 40 seconds it is ended hard. */
    @Override
    public void close() throws IOException {
        end(process.toHandle(), process.onExit());
        Files.deleteIfExists(processNote);
        log.close();
    }
}
