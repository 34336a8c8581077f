package org.fieldwright.launch.demo;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Where the setting stands: page, height on it, and the numbers of sections, tables and figures. */
final class Flow implements AutoCloseable {

    static final float LEFT = 54;
    static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * LEFT;

    private static final float TOP = 78;
    private static final float BOTTOM = PDRectangle.LETTER.getHeight() - 62;

    private final PDDocument document;
    private final Typeface type;
    private final ManualText manual;
    private final Color accent;
    private final List<Cover.Entry> sections = new ArrayList<>();
    private PDPageContentStream content;
    private PageCanvas page;
    private float y;
    private int subsection;
    private int tables;
    private int figures;

    Flow(PDDocument document, Typeface type, ManualText manual, Color accent) {
        this.document = document;
        this.type = type;
        this.manual = manual;
        this.accent = accent;
    }

    /** The first page, without running head. */
    PageCanvas coverPage() throws IOException {
        blankPage();
        y = BOTTOM;
        return page;
    }

    void newPage() throws IOException {
        blankPage();
        float right = LEFT + WIDTH;
        page.text(LEFT, 44, type.bold(), 8, accent, manual.of("manufacturer").toUpperCase(java.util.Locale.ROOT));
        page.rightAligned(
                right, 44, type.regular(), 8, Palette.MUTED, manual.of("title") + "  ·  " + manual.of("models"));
        page.line(LEFT, 51, right, 51, 0.6f, Palette.RULE);
        float foot = PDRectangle.LETTER.getHeight() - 36;
        page.line(LEFT, foot - 12, right, foot - 12, 0.6f, Palette.RULE);
        page.text(LEFT, foot, type.regular(), 8, Palette.MUTED, manual.of("document") + "  ·  " + manual.of("issued"));
        page.rightAligned(right, foot, type.bold(), 8, Palette.INK, "Page " + document.getNumberOfPages());
        y = TOP;
    }

    private void blankPage() throws IOException {
        close();
        PDPage sheet = new PDPage(PDRectangle.LETTER);
        document.addPage(sheet);
        content = new PDPageContentStream(document, sheet);
        page = new PageCanvas(content, PDRectangle.LETTER.getHeight());
    }

    PageCanvas page() {
        return page;
    }

    /** Begins a new page when less than this height is left. */
    void need(float height) throws IOException {
        if (y + height > BOTTOM) {
            newPage();
        }
    }

    /** Goes down by this height. */
    float down(float height) {
        y += height;
        return y;
    }

    void skip(float height) {
        y += height;
    }

    String beginSection(String title) {
        subsection = 0;
        String numbered = (sections.size() + 1) + "  " + title;
        sections.add(new Cover.Entry(numbered, document.getNumberOfPages()));
        return numbered;
    }

    String number(String subsectionTitle) {
        subsection++;
        return sections.size() + "." + subsection + "  " + subsectionTitle;
    }

    String tableCaption(String caption) {
        tables++;
        return "Table " + tables + ". " + caption;
    }

    String figureCaption(String caption) {
        figures++;
        return "Figure " + figures + ". " + caption;
    }

    List<Cover.Entry> sections() {
        return List.copyOf(sections);
    }

    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }
}
