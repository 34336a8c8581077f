package org.fieldwright.rag.truth;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;
import org.fieldwright.domain.manual.Box;

/**
 * A page as its reader sees it: whatever the page's rotation and crop, one draws in points from the top left of what is
 * shown, and is told where the text stands in fractions of what is shown.
 */
final class TruthSheet implements AutoCloseable {
    static final PDFont PLAIN = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);

    private static final float SHORT = 595;
    private static final float LONG = 842;
    private static final float CUT_AWAY_LEFT = 60;
    private static final float CUT_AWAY_BELOW = 90;
    private static final float SCANNED_AT = 200;

    private final PDDocument document;
    private final TruthLayout layout;
    private final int number;
    private final float width;
    private final float height;
    private final PDPage page;
    private final PDPageContentStream content;

    TruthSheet(PDDocument document, TruthLayout layout, int number) throws IOException {
        this.document = document;
        this.layout = layout;
        this.number = number;
        this.width = layout.isLandscape() ? LONG : SHORT;
        this.height = layout.isLandscape() ? SHORT : LONG;
        boolean turned = layout.rotation() % 180 != 0;
        PDRectangle shown = new PDRectangle(
                layout.isCropped() ? CUT_AWAY_LEFT : 0,
                layout.isCropped() ? CUT_AWAY_BELOW : 0,
                turned ? height : width,
                turned ? width : height);
        this.page = new PDPage(
                layout.isCropped()
                        ? new PDRectangle(shown.getWidth() + 2 * CUT_AWAY_LEFT, shown.getHeight() + 2 * CUT_AWAY_BELOW)
                        : shown);
        page.setCropBox(shown);
        page.setRotation(layout.rotation());
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        if (layout.isCropped()) {
            printersMark();
        }
        content.transform(new Matrix(1, 0, 0, 1, shown.getLowerLeftX(), shown.getLowerLeftY()));
        content.transform(upright());
    }

    /** Outside of what is shown. */
    private void printersMark() throws IOException {
        content.beginText();
        content.setFont(PLAIN, 8);
        content.newLineAtOffset(CUT_AWAY_LEFT, CUT_AWAY_BELOW / 2);
        content.showText("Sheet " + number + " black, proof 3, bracket torque");
        content.endText();
    }

    /** From what is shown, origin at the bottom left, to the page as it lies in the file. */
    private Matrix upright() {
        return switch (layout.rotation()) {
            case 90 -> new Matrix(0, 1, -1, 0, height, 0);
            case 180 -> new Matrix(-1, 0, 0, -1, width, height);
            case 270 -> new Matrix(0, -1, 1, 0, 0, width);
            default -> new Matrix(1, 0, 0, 1, 0, 0);
        };
    }

    TruthLayout layout() {
        return layout;
    }

    int number() {
        return number;
    }

    /** The room along a line of text. */
    float across() {
        return layout == TruthLayout.SIDEWAYS ? height : width;
    }

    /** The room down the lines of text. */
    float down() {
        return layout == TruthLayout.SIDEWAYS ? width : height;
    }

    /** Draws text with its base line at a point, counted along and down the lines of text. */
    void text(PDFont font, float size, float along, float down, String text) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.setTextMatrix(
                layout == TruthLayout.SIDEWAYS
                        ? new Matrix(0, 1, -1, 0, down, along)
                        : new Matrix(1, 0, 0, 1, along, height - down));
        content.showText(text);
        content.endText();
    }

    void rule(float along0, float down0, float along1, float down1) throws IOException {
        content.setLineWidth(0.7f);
        content.moveTo(along0, height - down0);
        content.lineTo(along1, height - down1);
        content.stroke();
    }

    /** Where text of a width stands whose base line begins at a point. */
    Box place(PDFont font, float size, float along, float down, float textWidth) {
        float up = font.getFontDescriptor().getAscent() / 1000 * size;
        float hanging = -font.getFontDescriptor().getDescent() / 1000 * size;
        return layout == TruthLayout.SIDEWAYS
                ? new Box(
                        (down - up) / width,
                        (height - along - textWidth) / height,
                        (up + hanging) / width,
                        textWidth / height)
                : new Box(along / width, (down - up) / height, textWidth / width, (up + hanging) / height);
    }

    static float width(PDFont font, float size, String text) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
        if (layout == TruthLayout.PICTURE) {
            scan();
        }
    }

    /** Puts a picture of the page in the place of the page. */
    private void scan() throws IOException {
        int index = document.getNumberOfPages() - 1;
        BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(index, SCANNED_AT, ImageType.GRAY);
        document.removePage(index);
        PDPage scanned = new PDPage(new PDRectangle(width, height));
        document.addPage(scanned);
        try (PDPageContentStream sheet = new PDPageContentStream(document, scanned)) {
            sheet.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, width, height);
        }
    }
}
