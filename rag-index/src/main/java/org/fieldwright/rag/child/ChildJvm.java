package org.fieldwright.rag.child;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A running child: what it is told goes in by {@link #toChild()}, what it answers comes out of {@link #fromChild()}. The
 * child ends itself when the pipe to it closes, so it never outlives us.
 */
public final class ChildJvm implements AutoCloseable {
    /** The exit code of a JVM that was told to end on running out of memory. */
    private static final int OUT_OF_MEMORY_EXIT = 3;

    /** The exit codes of a JVM after SIGHUP, SIGINT (Ctrl-C reaches all processes of a terminal) and SIGTERM. */
    private static final Set<Integer> TOLD_TO_END = Set.of(129, 130, 143);

    private final Process process;
    private final DataOutputStream toChild;
    private final DataInputStream fromChild;
    private volatile boolean killed;

    private ChildJvm(Process process) {
        this.process = process;
        this.toChild = new DataOutputStream(process.getOutputStream());
        this.fromChild = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /**
     * Starts a child.
     *
     * @param workFolder its working folder and its place for temporary files; must exist
     */
    public static ChildJvm start(
            Class<?> main, ChildClassPath classPath, int heapMegabytes, Path workFolder, List<String> moreOptions)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:-HeapDumpOnOutOfMemoryError");
        command.add("-XX:-UsePerfData");
        command.add("-XX:ErrorFile=" + workFolder.resolve("crash.log"));
        command.add("-Xshare:auto");
        command.add("-Djava.awt.headless=true");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djava.io.tmpdir=" + workFolder);
        command.add("-Duser.home=" + workFolder);
        command.addAll(moreOptions);
        command.add("-cp");
        command.add(classPath.asArgument());
        command.add(main.getName());
        ProcessBuilder builder = new ProcessBuilder(command).directory(workFolder.toFile());
        Map<String, String> environment = builder.environment();
        // Passwords and keys of the server stay with the server.
        environment.keySet().retainAll(List.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TESSDATA_PREFIX", "SystemRoot"));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new ChildJvm(builder.start());
    }

    public DataOutputStream toChild() {
        return toChild;
    }

    public DataInputStream fromChild() {
        return fromChild;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the child and everything it started, at once. */
    public void kill() {
        killed = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    public boolean wasKilled() {
        return killed;
    }

    /** Waits for the end of a child whose answers have ended; kills it when it lingers. */
    public boolean endedOutOfMemory() {
        return exit().filter(code -> code == OUT_OF_MEMORY_EXIT).isPresent();
    }

    /** Whether somebody else told it to end; waits as {@link #endedOutOfMemory()} does. */
    public boolean wasToldToEnd() {
        return exit().filter(TOLD_TO_END::contains).isPresent();
    }

    private Optional<Integer> exit() {
        try {
            if (process.waitFor(5, TimeUnit.SECONDS)) {
                return Optional.of(process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            toChild.close();
        } catch (IOException alreadyGone) {
            // It ended by itself; nothing is left to close.
        }
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** In the child: ends this process when the parent's pipe closes, whatever else it is doing. */
    public static void dieWithParent(InputStream fromParent) {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (fromParent.read() >= 0) {
                            // The parent says nothing more; only the end of the pipe matters.
                        }
                    } catch (IOException e) {
                        // A broken pipe is the end as well.
                    }
                    Runtime.getRuntime().halt(0);
                },
                "dies with its parent");
        watch.setDaemon(true);
        watch.start();
    }
}
