package org.fieldwright.launch.demo;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Sets a manual as PDF: cover with contents, numbered sections, running heads, page numbers. */
final class ManualPrinter {

    static final float LEADING = 13.2f;
    static final float BODY = 9.4f;

    private static final float TABLE_SIZE = 8.3f;
    private static final float TABLE_LEADING = 10.8f;

    private final ManualText manual;

    ManualPrinter(ManualText manual) {
        this.manual = manual;
    }

    /** The same text always gives the same bytes. */
    byte[] toPdf() {
        try {
            // The contents name pages that only a first setting can tell.
            List<Cover.Entry> contents = set(List.of(), OutputStream.nullOutputStream());
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            set(contents, pdf);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF in memory can be written", e);
        }
    }

    /** Sets the manual once; says where its sections came to stand. */
    private List<Cover.Entry> set(List<Cover.Entry> contents, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            describe(document);
            Typeface type = Typeface.embeddedIn(document);
            Color accent = Color.decode("#" + manual.of("accent"));
            List<Cover.Entry> sections;
            try (Flow flow = new Flow(document, type, manual, accent)) {
                new Cover(manual, type, accent).draw(flow.coverPage(), contents);
                for (Block block : manual.blocks()) {
                    set(block, flow, type, accent);
                }
                sections = flow.sections();
            }
            document.save(out);
            return sections;
        }
    }

    /** Nothing of the moment goes into the file. */
    private void describe(PDDocument document) {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(manual.of("title") + " " + manual.of("models"));
        about.setAuthor(manual.of("manufacturer"));
        about.setSubject(manual.of("product"));
        about.setKeywords(manual.of("models"));
        about.setProducer("Fieldwright demo manuals");
        Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        date.clear();
        date.set(2026, Calendar.MARCH, 2);
        about.setCreationDate(date);
        about.setModificationDate(date);
        document.setDocumentId((long) manual.of("document").hashCode());
    }

    private void set(Block block, Flow flow, Typeface type, Color accent) throws IOException {
        switch (block) {
            case Block.Section section -> section(section, flow, type, accent);
            case Block.Subsection subsection -> {
                flow.need(LEADING * 4);
                flow.skip(8);
                flow.page().text(Flow.LEFT, flow.down(12), type.bold(), 10.8f, accent, flow.number(subsection.title()));
                flow.skip(3);
            }
            case Block.Paragraph paragraph -> {
                paragraph(flow, type, Flow.LEFT, Flow.WIDTH, paragraph.text());
                flow.skip(5);
            }
            case Block.Bullets bullets -> {
                for (String item : bullets.items()) {
                    marked(flow, type, "•", type.regular(), item);
                }
                flow.skip(4);
            }
            case Block.Steps steps -> {
                int number = 1;
                for (String step : steps.items()) {
                    marked(flow, type, number + ".", type.bold(), step);
                    flow.skip(1.5f);
                    number++;
                }
                flow.skip(4);
            }
            case Block.Notice notice -> notice(notice, flow, type);
            case Block.Table table ->
                new TablePrinter(type, TABLE_SIZE, TABLE_LEADING, accent)
                        .print(flow, flow.tableCaption(table.caption()), table);
            case Block.Nameplate plate ->
                new NameplatePrinter(type).print(flow, flow.figureCaption(plate.caption()), plate);
            case Block.Wiring wiring ->
                new WiringPrinter(type).print(flow, flow.figureCaption(wiring.caption()), wiring);
        }
    }

    private static void section(Block.Section section, Flow flow, Typeface type, Color accent) throws IOException {
        if (section.newPage()) {
            flow.newPage();
        } else {
            flow.need(LEADING * 7);
            flow.skip(12);
        }
        String title = flow.beginSection(section.title());
        flow.page().text(Flow.LEFT, flow.down(18), type.bold(), 15.5f, Palette.INK, title);
        flow.skip(4);
        float y = flow.down(0);
        flow.page().line(Flow.LEFT, y, Flow.LEFT + Flow.WIDTH, y, 1.4f, accent);
        flow.skip(8);
    }

    private static void paragraph(Flow flow, Typeface type, float x, float width, String text) throws IOException {
        RichText broken = RichText.broken(text, type.regular(), type.bold(), BODY, width);
        for (List<RichText.Word> line : broken.lines()) {
            flow.need(LEADING);
            flow.page().rich(x, flow.down(LEADING), new RichText(List.of(line), BODY), LEADING, Palette.INK);
        }
    }

    private static void marked(Flow flow, Typeface type, String mark, PDFont font, String text) throws IOException {
        float indent = 20;
        RichText broken = RichText.broken(text, type.regular(), type.bold(), BODY, Flow.WIDTH - indent);
        flow.need(broken.height(LEADING));
        float y = flow.down(LEADING);
        flow.page().text(Flow.LEFT + 5, y, font, BODY, Palette.INK, mark);
        flow.page().rich(Flow.LEFT + indent, y, broken, LEADING, Palette.INK);
        flow.skip(broken.height(LEADING) - LEADING);
    }

    private static void notice(Block.Notice notice, Flow flow, Typeface type) throws IOException {
        float band = 70;
        RichText broken = RichText.broken(notice.text(), type.regular(), type.bold(), BODY, Flow.WIDTH - band - 22);
        float height = Math.max(broken.height(LEADING), LEADING) + 11;
        flow.skip(3);
        flow.need(height + 4);
        float top = flow.down(0);
        Color signal = Palette.signal(notice.signal());
        PageCanvas page = flow.page();
        page.filled(Flow.LEFT, top, band, height, signal);
        page.outlined(Flow.LEFT, top, Flow.WIDTH, height, 0.8f, signal);
        page.centered(Flow.LEFT + band / 2, top + height / 2 + 3.4f, type.bold(), 9.2f, Color.WHITE, notice.signal());
        page.rich(Flow.LEFT + band + 11, top + LEADING + 2.2f, broken, LEADING, Palette.INK);
        flow.skip(height + 8);
    }
}
