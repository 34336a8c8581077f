package org.fieldwright.rag.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.fieldwright.domain.manual.ManualReader;
import org.fieldwright.domain.manual.ManualReaderContract;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.ReadingProblem;
import org.fieldwright.domain.manual.SourceFile;
import org.fieldwright.rag.HostilePdf;
import org.fieldwright.rag.PdfDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of bad file ends with its true reason, and harms neither this process nor the next file. */
class ChildJvmManualReaderTest extends ManualReaderContract {
    private static final String TYPES = "<?xml version=\"1.0\"?><Types "
            + "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
            + ".wordprocessingml.document.main+xml\"/></Types>";
    private static final String RELATIONS = "<?xml version=\"1.0\"?><Relationships "
            + "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
            + "Target=\"word/document.xml\"/></Relationships>";

    @TempDir
    private Path files;

    private final Map<String, String> set = new HashMap<>(Map.of("fieldwright.ocr.command", ""));

    @Override
    protected ManualReader reader() {
        return new ChildJvmManualReader(ReadingSettings.from(name -> Optional.ofNullable(set.get(name))));
    }

    @Test
    void a_pdf_is_read_with_the_places_of_its_words() {
        SourceFile file = source("pump.pdf", new PdfDraft().page().text(100, 200, 12, "Error E5: drain"));
        Heard heard = new Heard();

        ManualReader.ReadManual manual = reader().read(file, heard);

        PageText page = heard.pages.getFirst();
        assertThat(manual.mediaType()).isEqualTo("application/pdf");
        assertThat(page.text()).isEqualTo("Error E5: drain");
        assertThat(page.words()).hasSize(3);
        assertThat(page.words().getFirst().box().x()).isBetween(0.16f, 0.17f);
        assertThat(page.source()).isEqualTo(PageText.Source.TEXT);
    }

    @Test
    void the_name_may_say_nothing_but_not_something_else() throws IOException {
        byte[] pdf = Files.readAllBytes(
                new PdfDraft().page().text(100, 200, 12, "Error E5").save(files.resolve("made.pdf")));

        Heard heard = new Heard();
        reader().read(source("download", pdf), heard);

        assertThat(heard.pages).hasSize(1);
        assertProblem(ReadingProblem.WRONG_TYPE, source("pump.docx", pdf));
        assertProblem(ReadingProblem.WRONG_TYPE, source("pump.txt", pdf));
    }

    @Test
    void content_that_is_not_what_the_name_says_is_refused() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0};

        assertProblem(
                ReadingProblem.WRONG_TYPE, source("pump.pdf", "Just text, no PDF.".getBytes(StandardCharsets.UTF_8)));
        assertProblem(ReadingProblem.WRONG_TYPE, source("pump.pdf", png));
        assertProblem(ReadingProblem.UNSUPPORTED_TYPE, source("pump.png", png));
    }

    @Test
    void a_pdf_cut_off_before_its_end_is_read_as_far_as_it_goes_or_called_damaged() throws IOException {
        PdfDraft draft = new PdfDraft();
        for (int i = 1; i <= 30; i++) {
            draft.page().text(100, 200, 12, "This is page " + i);
        }
        byte[] whole = Files.readAllBytes(draft.save(files.resolve("made.pdf")));

        assertProblem(ReadingProblem.DAMAGED, source("head.pdf", Arrays.copyOf(whole, 60)));
        assertProblem(ReadingProblem.DAMAGED, source("third.pdf", Arrays.copyOf(whole, whole.length / 3)));
        Heard heard = new Heard();
        reader().read(source("tail.pdf", Arrays.copyOf(whole, whole.length - 40)), heard);
        assertThat(heard.pages).hasSize(30);
    }

    @Test
    void a_password_to_open_is_a_lock_and_a_password_to_change_is_not() throws IOException {
        assertProblem(ReadingProblem.ENCRYPTED, source("locked.pdf", encrypted("user-password")));

        Heard heard = new Heard();
        reader().read(source("protected.pdf", encrypted("")), heard);

        assertThat(heard.pages.getFirst().text()).isEqualTo("Error E5");
    }

    @Test
    void a_pdf_without_pages_has_no_pages() {
        assertProblem(ReadingProblem.NO_PAGES, source("none.pdf", HostilePdf.withoutPages()));
    }

    @Test
    void a_pdf_without_text_says_so() {
        assertProblem(ReadingProblem.NO_TEXT, source("empty.pdf", new PdfDraft().page()));
    }

    @Test
    void a_pdf_that_draws_itself_without_end_is_stopped_after_so_many_steps() {
        set.put("fieldwright.reading.time-one-page", "PT5M");

        assertProblem(ReadingProblem.TOOK_TOO_LONG, source("loop.pdf", HostilePdf.drawingItselfForEver()));
    }

    @Test
    void a_pdf_that_is_still_drawing_when_its_time_is_over_is_stopped() {
        set.put("fieldwright.reading.time-one-page", "PT0.2S");

        assertProblem(ReadingProblem.TOOK_TOO_LONG, source("loop.pdf", HostilePdf.drawingItselfForEver()));
    }

    @Test
    void a_pdf_that_eats_memory_is_stopped() {
        set.put("fieldwright.reading.heap-megabytes", "96");

        assertProblem(ReadingProblem.TOOK_TOO_MUCH_MEMORY, source("eater.pdf", HostilePdf.eatingMemory(100)));
    }

    @Test
    void a_pdf_with_more_pages_than_allowed_is_refused_before_they_are_read() {
        set.put("fieldwright.reading.max-pages", "2");

        assertProblem(
                ReadingProblem.TOO_MANY_PAGES,
                source("long.pdf", new PdfDraft().page().page().page().text(100, 200, 12, "third")));
        assertProblem(ReadingProblem.TOO_MANY_PAGES, source("announced.pdf", HostilePdf.withPages(2_000_000_000)));
    }

    @Test
    void page_trees_and_arrays_without_end_do_no_harm() {
        assertProblem(ReadingProblem.DAMAGED, source("circle.pdf", HostilePdf.withPagesInACircle()));
        assertEndsInSomeProblem(source("deep.pdf", HostilePdf.nestedDeep(300_000)));
    }

    @Test
    void a_file_larger_than_allowed_is_refused_unread() {
        set.put("fieldwright.reading.max-bytes", "1000");

        assertProblem(ReadingProblem.TOO_LARGE, source("large.txt", new byte[1001]));
    }

    @Test
    void a_document_is_read_in_paragraphs_and_rows() throws IOException {
        Heard heard = new Heard();

        reader().read(
                        source(
                                "pump.docx",
                                docx("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Faults"
                                        + "</w:t></w:r></w:p><w:p><w:r><w:t>Read the code.</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r>"
                                        + "<w:t>E5</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Drain blocked</w:t></w:r></w:p></w:tc></w:tr>"
                                        + "</w:tbl>")),
                        heard);

        assertThat(heard.pages.getFirst().text())
                .contains("Faults\n")
                .contains("Read the code.")
                .contains("E5\tDrain blocked");
    }

    @Test
    void a_document_that_unpacks_to_far_more_than_its_size_is_refused() throws IOException {
        set.put("fieldwright.reading.max-unpacked-bytes", "10000000");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            entry(zip, "[Content_Types].xml", TYPES.getBytes(StandardCharsets.UTF_8));
            entry(zip, "word/document.xml", new byte[12_000_000]);
        }

        assertProblem(ReadingProblem.UNPACKS_TOO_LARGE, source("bomb.docx", bomb.toByteArray()));
    }

    @Test
    void a_document_with_too_many_entries_is_refused() throws IOException {
        set.put("fieldwright.reading.max-entries", "50");
        ByteArrayOutputStream crowd = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(crowd)) {
            entry(zip, "[Content_Types].xml", TYPES.getBytes(StandardCharsets.UTF_8));
            entry(zip, "word/document.xml", new byte[1]);
            for (int i = 0; i < 60; i++) {
                entry(zip, "word/media/" + i, new byte[1]);
            }
        }

        assertProblem(ReadingProblem.UNPACKS_TOO_LARGE, source("crowd.docx", crowd.toByteArray()));
    }

    @Test
    void a_document_never_fetches_another_file() throws IOException {
        Path secret = Files.writeString(files.resolve("secret.txt"), "TOPSECRET");
        byte[] docx = docx(
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                "<w:p><w:r><w:t>before &x; after</w:t></w:r></w:p>");
        Heard heard = new Heard();

        try {
            reader().read(source("xxe.docx", docx), heard);
        } catch (org.fieldwright.domain.manual.UnreadableManualException refused) {
            assertThat(refused.problem()).isEqualTo(ReadingProblem.DAMAGED);
        }

        assertThat(heard.pages).noneMatch(page -> page.text().contains("TOPSECRET"));
    }

    @Test
    void a_locked_or_broken_document_is_told_apart() throws IOException {
        byte[] whole = docx("<w:p><w:r><w:t>Text</w:t></w:r></w:p>");

        assertProblem(ReadingProblem.DAMAGED, source("cut.docx", Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void html_nested_without_end_is_read_or_refused_but_never_hangs() {
        String deep = "<html><body>" + "<div>".repeat(100_000) + "Drain the pump." + "</body></html>";
        Heard heard = new Heard();

        reader().read(source("deep.html", deep.getBytes(StandardCharsets.UTF_8)), heard);

        assertThat(heard.pages.getFirst().text()).contains("Drain the pump.");
    }

    @Test
    void markdown_is_read_without_its_marks_and_cut_at_titles() {
        String text =
                "---\ntitle: x\n---\n# Pump\n\nSome **bold** words.\n\n| Code | Meaning |\n|---|---|\n| E5 | Drain |\n";
        Heard heard = new Heard();

        ManualReader.ReadManual manual = reader().read(source("pump.md", text.getBytes(StandardCharsets.UTF_8)), heard);

        assertThat(heard.pages.getFirst().text()).isEqualTo("Pump\n\nSome bold words.\n\nCode\tMeaning\nE5\tDrain");
        assertThat(heard.pages.getFirst().lines().getFirst().level()).isEqualTo(1);
        assertThat(manual.title()).isEqualTo("Pump");
    }

    @Test
    void the_child_ends_with_the_reading() {
        reader().read(source("pump.pdf", new PdfDraft().page().text(100, 200, 12, "Error E5")), new Heard());

        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .noneMatch(p -> p.info().commandLine().orElse("").contains("ReadingChild"));
    }

    @Test
    void a_reading_that_is_told_to_end_from_outside_says_nothing_about_its_file() {
        PdfDraft draft = new PdfDraft();
        for (int i = 1; i <= 400; i++) {
            draft.page().text(100, 200, 12, "This is page " + i);
        }
        SourceFile file = source("pump.pdf", draft);
        ManualReader.PageListener ending = new ManualReader.PageListener() {
            @Override
            public void pages(int count) {
                ProcessHandle.current().children().forEach(ProcessHandle::destroy);
            }

            @Override
            public void page(PageText page) {
                // some may be on their way already
            }
        };

        assertThatIllegalStateException().isThrownBy(() -> reader().read(file, ending));

        Heard again = new Heard();
        reader().read(file, again);
        assertThat(again.pages).hasSize(400);
    }

    private void assertEndsInSomeProblem(SourceFile file) {
        try {
            reader().read(file, new Heard());
        } catch (org.fieldwright.domain.manual.UnreadableManualException e) {
            assertThat(e.problem()).isNotEqualTo(ReadingProblem.UNEXPECTED);
        }
    }

    private byte[] encrypted(String userPassword) throws IOException {
        PdfDraft draft = new PdfDraft().page().text(100, 200, 12, "Error E5");
        StandardProtectionPolicy policy =
                new StandardProtectionPolicy("owner-password", userPassword, new AccessPermission());
        policy.setEncryptionKeyLength(256);
        draft.document().protect(policy);
        return Files.readAllBytes(draft.save(files.resolve("encrypted.pdf")));
    }

    private static byte[] docx(String body) throws IOException {
        return docx("", body);
    }

    private static byte[] docx(String doctype, String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml", TYPES.getBytes(StandardCharsets.UTF_8));
            entry(zip, "_rels/.rels", RELATIONS.getBytes(StandardCharsets.UTF_8));
            String document = "<?xml version=\"1.0\"?>" + doctype + "<w:document "
                    + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                    + "</w:body></w:document>";
            entry(zip, "word/document.xml", document.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private SourceFile source(String name, PdfDraft draft) {
        Path file = draft.save(files.resolve("source-" + name));
        return new SourceFile(file, name, file.toFile().length());
    }

    private SourceFile source(String name, byte[] content) {
        try {
            Path file = Files.write(files.resolve("source-" + name), content);
            return new SourceFile(file, name, content.length);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
