package org.fieldwright.rag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** PDF files made to harm who reads them, written by hand. */
public final class HostilePdf {
    private final List<String> objects = new ArrayList<>();

    private HostilePdf() {}

    /** A page whose form draws itself twice, fifty levels deep: more than a life of work. */
    public static byte[] drawingItselfForEver() {
        return page("/F Do /F Do", "/XObject << /F 5 0 R >>")
                .add(stream(
                        "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /F 5 0 R >> "
                                + "/Font << /H 6 0 R >> >>",
                        "BT /H 12 Tf 50 700 Td (again) Tj ET /F Do /F Do"))
                .add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
                .bytes();
    }

    /** A page with a picture of so many pixels. */
    public static byte[] withPictureOf(int width, int height) {
        return page("612 0 0 792 0 0 cm /I Do", "/XObject << /I 5 0 R >>")
                .add(stream(
                        "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Width " + width
                                + " /Height " + height,
                        "abc"))
                .bytes();
    }

    /** A page that remembers its state again and again and never goes back, a few bytes when packed. */
    public static byte[] eatingMemory(int megabytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            byte[] remember = "q ".repeat(1 << 19).getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < megabytes; i++) {
                out.write(remember);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        HostilePdf pdf = page("", "");
        pdf.objects.set(3, stream("/Filter /FlateDecode", packed.toString(StandardCharsets.ISO_8859_1)));
        return pdf.bytes();
    }

    /** A tree of pages that says it has more pages than it has. */
    public static byte[] withPages(int announced) {
        HostilePdf pdf = page("BT /H 12 Tf 50 700 Td (one page) Tj ET", "/Font << /H 5 0 R >>")
                .add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        pdf.objects.set(1, "<< /Type /Pages /Kids [3 0 R] /Count " + announced + " >>");
        return pdf.bytes();
    }

    /** A file without a page. */
    public static byte[] withoutPages() {
        HostilePdf pdf = new HostilePdf();
        pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.add("<< /Type /Pages /Kids [] /Count 0 >>");
        return pdf.bytes();
    }

    /** A page tree that contains itself. */
    public static byte[] withPagesInACircle() {
        HostilePdf pdf = new HostilePdf();
        pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.add("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>");
        return pdf.bytes();
    }

    /** A page with arrays nested so deep that naive readers overflow. */
    public static byte[] nestedDeep(int depth) {
        return page("BT ET", "/Deep " + "[".repeat(depth) + "]".repeat(depth)).bytes();
    }

    private static HostilePdf page(String content, String resources) {
        return new HostilePdf()
                .add("<< /Type /Catalog /Pages 2 0 R >>")
                .add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                .add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << " + resources
                        + " >> >>")
                .add(stream("", content));
    }

    private static String stream(String dictionary, String content) {
        return "<< " + dictionary + " /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
    }

    private HostilePdf add(String object) {
        objects.add(object);
        return this;
    }

    private byte[] bytes() {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(pdf.length());
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int xref = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> pdf.append(String.format("%010d 00000 n \n", offset)));
        pdf.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(xref)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
