package org.fieldwright.rag.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fieldwright.domain.manual.ManualReader;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.ReadingProblem;
import org.fieldwright.domain.manual.SourceFile;
import org.fieldwright.domain.manual.UnreadableManualException;
import org.fieldwright.rag.child.ChildClassPath;
import org.fieldwright.rag.child.ChildJvm;

/**
 * Reads each file in a Java process of its own, which is killed when it takes too long and ends by itself when it needs
 * too much memory. Pages arrive as they are read. A process that somebody tells to end, as a system that goes down does,
 * says nothing about its file: that ends as an {@link IllegalStateException}, and the file can be read again.
 */
@ApplicationScoped
class ChildJvmManualReader implements ManualReader {
    private static final System.Logger LOG = System.getLogger(ChildJvmManualReader.class.getName());

    private final ReadingSettings settings;

    @Inject
    ChildJvmManualReader(ReadingSettings settings) {
        this.settings = settings;
    }

    /** For the container's proxy only. */
    ChildJvmManualReader() {
        this(ReadingSettings.defaults());
    }

    @Override
    public ReadManual read(SourceFile file, PageListener listener) {
        try {
            checkSize(file);
            Path work = Files.createTempDirectory("fieldwright-reading-");
            try {
                return readIn(work, file, listener);
            } finally {
                remove(work);
            }
        } catch (IOException e) {
            throw new UnreadableManualException(ReadingProblem.UNEXPECTED, e);
        }
    }

    private void checkSize(SourceFile file) throws IOException {
        long bytes = Files.size(file.path());
        if (bytes == 0) {
            throw new UnreadableManualException(ReadingProblem.EMPTY_FILE);
        }
        if (bytes > settings.maxBytes()) {
            throw new UnreadableManualException(ReadingProblem.TOO_LARGE);
        }
    }

    private ReadManual readIn(Path work, SourceFile file, PageListener listener) throws IOException {
        ChildClassPath classPath =
                ChildClassPath.holding(ChildJvmManualReader.class.getClassLoader(), ReadingClasses.NEEDED);
        try (ChildJvm child = ChildJvm.start(
                        ReadingChild.class, classPath, settings.heapMegabytes(), work, List.of("-Xss2m"));
                Deadline deadline = new Deadline(child)) {
            try {
                ReadingChild.tell(child.toChild(), file, settings);
                return listen(child, deadline, listener);
            } catch (IOException e) {
                if (!deadline.passed() && child.wasToldToEnd()) {
                    throw new IllegalStateException("the reading process was told to end before its file was read", e);
                }
                throw new UnreadableManualException(reasonOfDeath(child, deadline), e);
            }
        }
    }

    private ReadManual listen(ChildJvm child, Deadline deadline, PageListener listener) throws IOException {
        int announced = 0;
        int heard = 0;
        int unread = 0;
        while (true) {
            switch (PageFrames.next(child.fromChild())) {
                case PageFrames.Said.Pages said -> {
                    announced = said.count();
                    deadline.extend(settings.timePerPage().multipliedBy(announced));
                    listener.pages(announced);
                }
                case PageFrames.Said.Recognising said -> deadline.recognising();
                case PageFrames.Said.Page said -> {
                    if (said.page().number() != ++heard || heard > announced) {
                        throw new IOException("pages out of order");
                    }
                    deadline.progress();
                    unread += said.page().source() == PageText.Source.NONE ? 1 : 0;
                    listener.page(said.page());
                }
                case PageFrames.Said.End said -> {
                    if (unread > 0) {
                        LOG.log(System.Logger.Level.INFO, "{0} pages have no readable text", unread);
                    }
                    return said.manual();
                }
                case PageFrames.Said.Problem said -> throw new UnreadableManualException(said.problem());
            }
        }
    }

    private static ReadingProblem reasonOfDeath(ChildJvm child, Deadline deadline) {
        if (deadline.passed()) {
            return ReadingProblem.TOOK_TOO_LONG;
        }
        if (child.endedOutOfMemory()) {
            return ReadingProblem.TOOK_TOO_MUCH_MEMORY;
        }
        LOG.log(System.Logger.Level.WARNING, "the reading process ended without a word");
        return ReadingProblem.UNEXPECTED;
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a temporary folder could not be removed", e);
        }
    }

    /** Kills the child when its time is over: the time of the whole file, or of one page. */
    private final class Deadline implements AutoCloseable {
        private final ChildJvm child;
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "reading limit");
            thread.setDaemon(true);
            return thread;
        });
        private final long started = System.nanoTime();
        private Duration allowed = settings.timeBase();
        private boolean passed;
        private ScheduledFuture<?> whole;
        private ScheduledFuture<?> page;

        Deadline(ChildJvm child) {
            this.child = child;
            whole = schedule(allowed);
            page = schedule(settings.timeOnePage());
        }

        synchronized void extend(Duration more) {
            allowed = allowed.plus(more);
            whole.cancel(false);
            whole = schedule(allowed.minusNanos(System.nanoTime() - started));
        }

        synchronized void progress() {
            page.cancel(false);
            page = schedule(settings.timeOnePage());
        }

        synchronized void recognising() {
            extend(settings.ocr().timePerPage());
            page.cancel(false);
            page = schedule(settings.timeOnePage().plus(settings.ocr().timePerPage()));
        }

        private ScheduledFuture<?> schedule(Duration delay) {
            return timer.schedule(this::pass, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
        }

        private void pass() {
            synchronized (this) {
                passed = true;
            }
            child.kill();
        }

        synchronized boolean passed() {
            return passed;
        }

        @Override
        public void close() {
            timer.shutdownNow();
        }
    }
}
