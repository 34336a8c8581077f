package org.fieldwright.rag.truth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fieldwright.domain.manual.Box;

/**
 * Truth manuals without fixed pages. Each section is long enough to be shown as a page of its own; in plain text a form
 * feed says so.
 */
public final class TruthFlow {
    private static final int LONG_ENOUGH = 1_800;
    private static final Box NOWHERE = new Box(0, 0, 0, 0);

    private record Section(String title, List<String> paragraphs) {}

    private final List<Section> sections = new ArrayList<>();
    private final List<TruthFact> facts = new ArrayList<>();

    private TruthFlow(long seed, int pages) {
        TruthWords words = new TruthWords(seed);
        for (int page = 1; page <= pages; page++) {
            String word = words.next();
            List<String> paragraphs = new ArrayList<>();
            paragraphs.add(words.filler());
            paragraphs.add(
                    "Tighten the screw of the " + word + " bracket to a torque of " + words.torque() + " in-lb.");
            int length = 0;
            while (length < LONG_ENOUGH) {
                String filler = words.filler() + " " + words.filler();
                paragraphs.add(filler);
                length += filler.length();
            }
            sections.add(new Section("Brackets of frame " + page, paragraphs));
            facts.add(new TruthFact(page, word, NOWHERE, List.of()));
        }
    }

    public static TruthManual html(String fileName, long seed, int pages) {
        TruthFlow flow = new TruthFlow(seed, pages);
        return flow.manual(fileName, "<html><body>" + flow.marked("<h1>%s</h1>", "<p>%s</p>") + "</body></html>");
    }

    public static TruthManual markdown(String fileName, long seed, int pages) {
        TruthFlow flow = new TruthFlow(seed, pages);
        return flow.manual(fileName, flow.marked("# %s\n\n", "%s\n\n"));
    }

    public static TruthManual text(String fileName, long seed, int pages) {
        TruthFlow flow = new TruthFlow(seed, pages);
        return flow.manual(fileName, flow.marked("\f%s\n\n", "%s\n\n").substring(1));
    }

    public static TruthManual docx(String fileName, long seed, int pages) {
        TruthFlow flow = new TruthFlow(seed, pages);
        String body = flow.marked(
                "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>",
                "<w:p><w:r><w:t>%s</w:t></w:r></w:p>");
        return new TruthManual(fileName, packed(body), flow.facts);
    }

    private String marked(String title, String paragraph) {
        StringBuilder marked = new StringBuilder();
        for (Section section : sections) {
            marked.append(title.replace("%s", section.title));
            section.paragraphs.forEach(text -> marked.append(paragraph.replace("%s", text)));
        }
        return marked.toString();
    }

    private TruthManual manual(String fileName, String text) {
        return new TruthManual(fileName, text.getBytes(StandardCharsets.UTF_8), facts);
    }

    private static byte[] packed(String body) {
        String word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        String relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        String office = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" "
                            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + office
                            + "document.main+xml\"/>"
                            + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + office
                            + "styles+xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    relations("<Relationship Id=\"r1\" Type=\"" + relation
                            + "officeDocument\" Target=\"word/document.xml\"/>"));
            entry(
                    zip,
                    "word/_rels/document.xml.rels",
                    relations("<Relationship Id=\"r1\" Type=\"" + relation + "styles\" Target=\"styles.xml\"/>"));
            entry(
                    zip,
                    "word/styles.xml",
                    "<w:styles " + word + "><w:style w:type=\"paragraph\" w:styleId=\"Heading1\">"
                            + "<w:name w:val=\"heading 1\"/></w:style></w:styles>");
            entry(zip, "word/document.xml", "<w:document " + word + "><w:body>" + body + "</w:body></w:document>");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static String relations(String content) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
                + "</Relationships>";
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
