package org.fieldwright.rag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Matrix;

/** Makes PDF files for tests, with places given from the top left as a reader sees them. */
public final class PdfDraft implements AutoCloseable {
    public static final PDFont PLAIN = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    public static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);

    private final PDDocument document = new PDDocument();
    private PDPage page;
    private PDPageContentStream content;

    /** Draws on something that may fail to write. */
    public interface Drawing {
        void draw(PDPageContentStream content) throws IOException;
    }

    public PdfDraft page() {
        return page(PDRectangle.A4);
    }

    public PdfDraft page(PDRectangle size) {
        try {
            closePage();
            page = new PDPage(size);
            document.addPage(page);
            content = new PDPageContentStream(document, page);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page that is being drawn, for its boxes and its rotation. */
    public PDPage current() {
        return page;
    }

    public PDDocument document() {
        return document;
    }

    public PdfDraft text(double x, double y, double size, String text) {
        return text(PLAIN, x, y, size, text);
    }

    public PdfDraft bold(double x, double y, double size, String text) {
        return text(BOLD, x, y, size, text);
    }

    /** Text whose base line begins at a point counted from the top left of the media box. */
    public PdfDraft text(PDFont font, double x, double y, double size, String text) {
        return draw(stream -> {
            stream.beginText();
            stream.setFont(font, (float) size);
            stream.newLineAtOffset((float) x, (float) (page.getMediaBox().getHeight() - y));
            stream.showText(text);
            stream.endText();
        });
    }

    /** Text that runs up the page, its base line beginning at the point. */
    public PdfDraft textUp(double x, double y, double size, String text) {
        return draw(stream -> {
            stream.beginText();
            stream.setFont(PLAIN, (float) size);
            stream.setTextMatrix(Matrix.getRotateInstance(
                    Math.PI / 2, (float) x, (float) (page.getMediaBox().getHeight() - y)));
            stream.showText(text);
            stream.endText();
        });
    }

    /** Lines of text one below the other. */
    public PdfDraft lines(double x, double y, double size, double pitch, String... lines) {
        double at = y;
        for (String line : lines) {
            text(x, at, size, line);
            at += pitch;
        }
        return this;
    }

    /** A line drawn from one point to another. */
    public PdfDraft rule(double x0, double y0, double x1, double y1) {
        float height = page.getMediaBox().getHeight();
        return draw(stream -> {
            stream.moveTo((float) x0, (float) (height - y0));
            stream.lineTo((float) x1, (float) (height - y1));
            stream.stroke();
        });
    }

    public PdfDraft draw(Drawing drawing) {
        try {
            drawing.draw(content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closePage() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }

    /** Writes the file and ends. */
    public Path save(Path file) {
        try {
            closePage();
            document.save(file.toFile());
            document.close();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            closePage();
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
