package org.fieldwright.launch.demo;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of a manual, embedded: it looks the same on every machine. */
record Typeface(PDFont regular, PDFont bold, PDFont oblique) {

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    static Typeface embeddedIn(PDDocument document) throws IOException {
        return new Typeface(
                load(document, "DejaVuSansCondensed.ttf"),
                load(document, "DejaVuSansCondensed-Bold.ttf"),
                load(document, "DejaVuSansCondensed-Oblique.ttf"));
    }

    private static PDFont load(PDDocument document, String name) throws IOException {
        try (InputStream in = Typeface.class.getResourceAsStream(FOLDER + name)) {
            return PDType0Font.load(document, in, true);
        }
    }

    /** The width of a text in points. */
    static float width(PDFont font, float size, String text) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }
}
