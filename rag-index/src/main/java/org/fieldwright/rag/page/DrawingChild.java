package org.fieldwright.rag.page;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The process that draws pages: asked on standard input for a file, a page and a width, it answers on standard output
 * with a picture or says that it cannot. Ends when nobody asks for a while.
 */
final class DrawingChild {
    static final int DRAWN = 1;
    static final int NO_SUCH_PAGE = 2;
    static final int NOT_DRAWABLE = 3;

    private static final int OPEN_FILES = 3;
    private static final int MOST_PIXELS = 14_000_000;
    private static final long STACK = 16L << 20;

    /** Recently used files stay open: the next page of the same manual comes sooner. */
    private final Map<String, PDDocument> open = new LinkedHashMap<>(8, 0.75f, true);

    private final DataInputStream in;
    private final DataOutputStream out;

    private DrawingChild(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    public static void main(String[] args) {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(System.err);
        Logger.getLogger("").setLevel(Level.OFF);
        DrawingChild child = new DrawingChild(new DataInputStream(System.in), out);
        new Thread(null, child::answerAll, "drawing", STACK).start();
    }

    private void answerAll() {
        int exit = 0;
        try {
            Idle idle = new Idle(Duration.ofMillis(in.readLong()));
            while (true) {
                String file = in.readUTF();
                int page = in.readInt();
                int width = in.readInt();
                idle.busy();
                answer(file, page, width);
                out.flush();
                idle.waiting();
            }
        } catch (EOFException parentIsGone) {
            exit = 0;
        } catch (IOException broken) {
            exit = 1;
        }
        Runtime.getRuntime().halt(exit);
    }

    private void answer(String file, int number, int width) throws IOException {
        PictureFormat.Picture drawing;
        try {
            PDDocument document = document(file);
            if (number < 1 || number > document.getNumberOfPages()) {
                out.writeByte(NO_SUCH_PAGE);
                return;
            }
            drawing = draw(document, number, width);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            out.writeByte(NOT_DRAWABLE);
            return;
        }
        out.writeByte(DRAWN);
        out.writeUTF(drawing.mediaType());
        out.writeInt(drawing.content().length);
        out.write(drawing.content());
    }

    private PDDocument document(String file) throws IOException {
        PDDocument known = open.get(file);
        if (known != null) {
            return known;
        }
        if (open.size() >= OPEN_FILES) {
            Map.Entry<String, PDDocument> eldest = open.entrySet().iterator().next();
            open.remove(eldest.getKey());
            eldest.getValue().close();
        }
        PDDocument document = Loader.loadPDF(new File(file), "", null, null, IOUtils.createTempFileOnlyStreamCache());
        open.put(file, document);
        return document;
    }

    private static PictureFormat.Picture draw(PDDocument document, int number, int width) throws IOException {
        PDPage page = document.getPage(number - 1);
        PDRectangle crop = page.getCropBox();
        boolean sideways = page.getRotation() % 180 != 0;
        float pageWidth = sideways ? crop.getHeight() : crop.getWidth();
        float pageHeight = sideways ? crop.getWidth() : crop.getHeight();
        if (!(pageWidth > 0 && pageHeight > 0)) {
            throw new IOException("a page without extent");
        }
        double scale = width / pageWidth;
        double pixels = width * scale * pageHeight;
        if (pixels > MOST_PIXELS) {
            scale *= Math.sqrt(MOST_PIXELS / pixels);
        }
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return PictureFormat.encode(renderer.renderImage(number - 1, (float) scale, ImageType.RGB));
    }

    /** Ends the process when it has been waiting for too long. */
    private static final class Idle {
        private final long patience;
        private volatile long waitingSince = System.nanoTime();
        private volatile boolean waits = true;

        Idle(Duration patience) {
            this.patience = patience.toNanos();
            Thread watch = new Thread(this::watch, "idle");
            watch.setDaemon(true);
            watch.start();
        }

        void busy() {
            waits = false;
        }

        void waiting() {
            waitingSince = System.nanoTime();
            waits = true;
        }

        private void watch() {
            try {
                while (!waits || System.nanoTime() - waitingSince < patience) {
                    Thread.sleep(Math.max(50, Math.min(5000, patience / 4_000_000)));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(0);
        }
    }
}
