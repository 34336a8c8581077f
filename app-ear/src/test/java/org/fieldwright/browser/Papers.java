package org.fieldwright.browser;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files that people upload: good ones, and those that come from a broken download or a locked scanner. */
final class Papers {
    private static final String PDF = "application/pdf";

    private Papers() {}

    /** A manual of one page. */
    static FilePayload manual(String fileName, String... lines) {
        return new FilePayload(fileName, PDF, pdf("", List.of(List.of(lines))));
    }

    /** A manual of many pages, each with a step of its own. */
    static FilePayload longManual(String fileName, int pages) {
        return new FilePayload(
                fileName,
                PDF,
                pdf("", IntStream.range(0, pages).mapToObj(Papers::step).toList()));
    }

    private static List<String> step(int page) {
        String valve = Integer.toString(page * 7919 + 46656, Character.MAX_RADIX);
        return List.of("Turn valve " + valve + " to the left.", "Wait until gauge " + valve + " reads zero.");
    }

    static FilePayload locked(String fileName) {
        return new FilePayload(fileName, PDF, pdf("secret", List.of(List.of("Locked"))));
    }

    static FilePayload cutOff(String fileName) {
        byte[] whole = pdf("", List.of(List.of("Cut off in the middle of a download")));
        return new FilePayload(fileName, PDF, Arrays.copyOf(whole, whole.length / 3));
    }

    static FilePayload empty(String fileName) {
        return new FilePayload(fileName, PDF, new byte[0]);
    }

    /** A picture that calls itself a PDF. */
    static FilePayload misnamed(String fileName) {
        byte[] picture = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
        return new FilePayload(fileName, PDF, Arrays.copyOf(picture, 200));
    }

    private static byte[] pdf(String password, List<List<String>> pages) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (List<String> lines : pages) {
                write(document, lines);
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDDocument document, List<String> lines) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.setLeading(18);
            content.beginText();
            content.newLineAtOffset(72, 700);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }
}
