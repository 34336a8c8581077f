package org.fieldwright.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The launcher as its users start it: a process of its own, on the files the build laid out. */
public final class LaunchedBundle implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final int port;
    private final Path data;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> demoManuals = new CompletableFuture<>();
    private Thread follower;

    private LaunchedBundle(Process process, int port, Path data) {
        this.process = process;
        this.port = port;
        this.data = data;
    }

    /** Starts on a free port and returns at once. */
    public static LaunchedBundle start(Path data, Map<String, String> environment, String... options)
            throws IOException {
        return startOn(freePort(), data, environment, options);
    }

    /** Starts on a port that may be taken, and returns at once. */
    public static LaunchedBundle startOn(int port, Path data, Map<String, String> environment, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                folder().resolve("fieldwright.jar").toString(),
                "--port=" + port,
                "--data=" + data));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("FIELDWRIGHT_"));
        builder.environment().putAll(environment);
        LaunchedBundle launched = new LaunchedBundle(builder.start(), port, data);
        Runtime.getRuntime().addShutdownHook(new Thread(launched.process::destroy));
        launched.follower = Thread.ofPlatform().daemon().start(launched::follow);
        return launched;
    }

    /** Where the build has put the bundle. */
    public static Path folder() {
        return Path.of(System.getProperty("fieldwright.bundle", "target/fieldwright"))
                .toAbsolutePath();
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void follow() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith("Fieldwright is ready")) {
                    ready.complete(null);
                }
                if (line.contains("The demo manuals are ready")) {
                    demoManuals.complete(null);
                }
            }
            end(new IllegalStateException("the launcher has ended"));
        } catch (IOException e) {
            end(e);
        }
    }

    private void end(Exception reason) {
        ready.completeExceptionally(reason);
        demoManuals.completeExceptionally(reason);
    }

    /** Waits until the launcher says that the portal is ready. */
    public LaunchedBundle awaitReady() {
        await(ready, "The portal did not become ready.");
        return this;
    }

    /** Waits until the demo manuals, which are read after the start, can be asked. */
    void awaitDemoManuals() {
        await(demoManuals, "The demo manuals did not become ready.");
    }

    private void await(CompletableFuture<Void> event, String otherwise) {
        try {
            event.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(otherwise + " The launcher said:\n" + said(), e);
        }
    }

    /** Waits until the launcher has ended; its exit code. */
    public int awaitExit() {
        if (!uninterrupted(() -> process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))) {
            throw new IllegalStateException("The launcher goes on. It said:\n" + said());
        }
        uninterrupted(() -> follower.join(PATIENCE));
        return process.exitValue();
    }

    /** Stops as the system would, by SIGTERM; the exit code. */
    public int stop() {
        process.toHandle().destroy(); // unlike the process's own destroy, it leaves the last words to be read
        return awaitExit();
    }

    /** Ends only the launcher, at once, as a crash would. */
    public void killHard() {
        uninterrupted(() -> process.destroyForcibly().waitFor());
    }

    /** Ends launcher, server, database and all that they started, at once, as a power cut would. */
    public void killAllHard() {
        ProcessHandle launcher = process.toHandle();
        List<ProcessHandle> all = Stream.of(Optional.of(launcher), database())
                .flatMap(Optional::stream)
                .flatMap(parent -> Stream.concat(Stream.of(parent), parent.descendants()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> uninterrupted(() -> one.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)));
    }

    /** PostgreSQL lives apart from who started it; the first line of its note is its process id. */
    private Optional<ProcessHandle> database() {
        return uninterrupted(
                () -> ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                        .getFirst()
                        .strip())));
    }

    private static <T> T uninterrupted(Callable<T> wait) {
        try {
            return wait.call();
        } catch (Exception e) {
            throw new IllegalStateException("The test was interrupted", e);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    public int port() {
        return port;
    }

    /** All the launcher has said so far. */
    public String said() {
        return String.join("\n", output);
    }

    @Override
    public void close() {
        stop();
    }
}
