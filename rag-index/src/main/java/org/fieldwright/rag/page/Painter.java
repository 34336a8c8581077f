package org.fieldwright.rag.page;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fieldwright.domain.manual.OriginalStore;
import org.fieldwright.domain.manual.PageImages.PageImage;
import org.fieldwright.rag.child.ChildClassPath;
import org.fieldwright.rag.child.ChildJvm;

/** Keeps a warm drawing process, one page at a time, and starts it again after trouble. */
final class Painter implements AutoCloseable {
    private static final int MAX_PICTURE = 64 << 20;
    private static final int LAID_DOWN = 4;
    private static final List<String> NEEDED = List.of(
            "org.fieldwright.rag.page.DrawingChild",
            "org.apache.pdfbox.pdmodel.PDDocument",
            "org.apache.pdfbox.io.IOUtils",
            "org.apache.fontbox.FontBoxFont",
            "org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi",
            "org.apache.commons.logging.LogFactory",
            "org.bouncycastle.jce.provider.BouncyCastleProvider");

    private final OriginalStore originals;
    private final PageImageSettings settings;
    private final ScheduledExecutorService timer;
    private final Map<String, Path> laidDown = new LinkedHashMap<>(8, 0.75f, true);
    private ChildJvm child;
    private Path work;

    Painter(OriginalStore originals, PageImageSettings settings) {
        this.originals = originals;
        this.settings = settings;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "drawing limit");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The page cannot be drawn, now or ever. */
    static final class CannotDraw extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean noSuchPage;

        CannotDraw(boolean noSuchPage, Throwable cause) {
            super(cause);
            this.noSuchPage = noSuchPage;
        }

        boolean noSuchPage() {
            return noSuchPage;
        }
    }

    /** Draws a page; waits while another one is being drawn. */
    synchronized PageImage paint(String sha256, int page, int width) throws CannotDraw {
        try {
            Path file = layDown(sha256);
            ChildJvm painter = running();
            ScheduledFuture<?> limit =
                    timer.schedule(painter::kill, settings.timePerPage().toMillis(), TimeUnit.MILLISECONDS);
            try {
                return ask(painter, file, page, width);
            } catch (IOException e) {
                giveUp();
                throw e;
            } finally {
                limit.cancel(false);
            }
        } catch (IOException e) {
            throw new CannotDraw(false, e);
        }
    }

    private static PageImage ask(ChildJvm painter, Path file, int page, int width) throws IOException, CannotDraw {
        DataOutputStream out = painter.toChild();
        out.writeUTF(file.toAbsolutePath().toString());
        out.writeInt(page);
        out.writeInt(width);
        out.flush();
        DataInputStream in = painter.fromChild();
        int answer = in.readUnsignedByte();
        if (answer == DrawingChild.NO_SUCH_PAGE || answer == DrawingChild.NOT_DRAWABLE) {
            throw new CannotDraw(answer == DrawingChild.NO_SUCH_PAGE, null);
        }
        String mediaType = in.readUTF();
        int length = in.readInt();
        boolean known = mediaType.equals("image/png") || mediaType.equals("image/jpeg");
        if (answer != DrawingChild.DRAWN || !known || length < 0 || length > MAX_PICTURE) {
            throw new IOException("the drawing process speaks another language");
        }
        byte[] content = in.readNBytes(length);
        if (content.length != length) {
            throw new IOException("the drawing process broke off");
        }
        return new PageImage(mediaType, content);
    }

    private ChildJvm running() throws IOException {
        if (child == null || !child.isAlive()) {
            if (child != null) {
                child.close();
            }
            ChildClassPath classPath = ChildClassPath.holding(Painter.class.getClassLoader(), NEEDED);
            child = ChildJvm.start(DrawingChild.class, classPath, settings.heapMegabytes(), workFolder(), List.of());
            child.toChild().writeLong(settings.idle().toMillis());
        }
        return child;
    }

    /** A dying child may still be called alive for a moment; the next page must never be given to it. */
    private void giveUp() {
        child.kill();
        child.close();
        child = null;
    }

    private Path layDown(String sha256) throws IOException {
        Path known = laidDown.get(sha256);
        if (known != null) {
            return known;
        }
        if (laidDown.size() >= LAID_DOWN) {
            String eldest = laidDown.keySet().iterator().next();
            Files.deleteIfExists(laidDown.remove(eldest));
        }
        Path file = Files.createTempFile(workFolder(), "original", ".pdf");
        originals.copyTo(sha256, file);
        laidDown.put(sha256, file);
        return file;
    }

    /** Drops the copy of an original that was deleted. */
    synchronized void forget(String sha256) throws IOException {
        Path file = laidDown.remove(sha256);
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private Path workFolder() throws IOException {
        if (work == null) {
            work = Files.createTempDirectory("fieldwright-drawing-");
        }
        return work;
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
        if (child != null) {
            child.kill();
            child.close();
        }
        if (work != null) {
            try (Stream<Path> all = Files.walk(work)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException leftBehind) {
                // The system clears its temporary folder by itself.
            }
        }
    }
}
