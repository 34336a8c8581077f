package org.fieldwright.rag.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.fieldwright.domain.manual.Box;
import org.fieldwright.domain.manual.Highlight;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.Word;
import org.fieldwright.rag.PdfDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageLayoutTest {
    private static final String[] LEFT = {
        "Check that the filter is clean and",
        "that nothing blocks the air outlet of",
        "the unit before you call for help."
    };
    private static final String[] RIGHT = {
        "The remote control has two batteries",
        "which must be changed together when",
        "the display becomes hard to read."
    };

    @TempDir
    private Path folder;

    @Test
    void two_columns_are_read_one_after_the_other() throws IOException {
        PdfDraft draft = new PdfDraft().page().lines(50, 100, 10, 12, LEFT).lines(310, 100, 10, 12, RIGHT);

        PageText page = read(draft);

        assertThat(page.text()).isEqualTo(String.join("\n", LEFT) + "\n\n" + String.join("\n", RIGHT));
    }

    @Test
    void two_columns_on_different_lines_do_not_interleave() throws IOException {
        PdfDraft draft = new PdfDraft().page();
        for (int i = 0; i < 3; i++) {
            draft.text(50, 100 + i * 12, 10, LEFT[i]).text(310, 105 + i * 12, 10, RIGHT[i]);
        }

        PageText page = read(draft);

        assertThat(page.text()).isEqualTo(String.join("\n", LEFT) + "\n\n" + String.join("\n", RIGHT));
    }

    @Test
    void a_table_is_read_row_by_row_with_its_cells_apart() throws IOException {
        PdfDraft draft = new PdfDraft()
                .page()
                .bold(50, 100, 10, "Code")
                .bold(150, 100, 10, "Meaning")
                .text(50, 114, 10, "E1")
                .text(150, 114, 10, "Room sensor")
                .text(50, 128, 10, "E2")
                .text(150, 128, 10, "Coil sensor");

        PageText page = read(draft);

        assertThat(page.text()).isEqualTo("Code\tMeaning\nE1\tRoom sensor\nE2\tCoil sensor");
    }

    @Test
    void the_lines_of_a_ruled_cell_stay_together() throws IOException {
        PdfDraft draft = new PdfDraft()
                .page()
                .rule(40, 88, 300, 88)
                .text(50, 100, 10, "E1")
                .text(150, 100, 10, "Room sensor")
                .text(150, 112, 10, "is broken")
                .rule(40, 118, 300, 118)
                .text(50, 130, 10, "E2")
                .text(150, 130, 10, "Coil sensor")
                .text(150, 142, 10, "is broken")
                .rule(40, 148, 300, 148)
                .text(50, 160, 10, "E3")
                .text(150, 160, 10, "No water")
                .rule(40, 166, 300, 166);

        PageText page = read(draft);

        assertThat(page.text()).isEqualTo("E1\tRoom sensor is broken\nE2\tCoil sensor is broken\nE3\tNo water");
    }

    @Test
    void the_boxes_of_words_hold_their_ink_on_plain_rotated_and_cropped_pages() throws IOException {
        for (int rotation : new int[] {0, 90, 180, 270}) {
            PdfDraft draft = new PdfDraft()
                    .page(new PDRectangle(612, 792))
                    .text(150, 300, 14, "Drain the pump, gently")
                    .textUp(400, 500, 14, "Running upwards");
            draft.current().setRotation(rotation);
            draft.current().setCropBox(new PDRectangle(100, 120, 400, 560));

            assertBoxesHoldInk(draft);
        }
    }

    @Test
    void a_highlight_covers_all_that_is_drawn_of_its_line() throws IOException {
        Path file = new PdfDraft()
                .page()
                .text(100, 300, 20, "Åjgpy E5: Drain |blocked|")
                .save(folder.resolve("draft.pdf"));

        try (PDDocument document = PdfFile.open(file)) {
            PageText page = read(document);
            List<Box> boxes = Highlight.boxes(page, 0, page.text().length());
            BufferedImage picture = draw(document);

            assertThat(boxes).hasSize(1);
            assertThat(ink(picture, boxes.getFirst())).isEqualTo(ink(picture, new Box(0, 0, 1, 1)));
        }
    }

    @Test
    void a_letter_drawn_twice_to_look_bold_is_read_once() throws IOException {
        PageText page = read(new PdfDraft().page().text(100, 300, 12, "Warning").text(100.3, 300, 12, "Warning"));

        assertThat(page.text()).isEqualTo("Warning");
    }

    private void assertBoxesHoldInk(PdfDraft draft) throws IOException {
        try (PDDocument document = PdfFile.open(draft.save(folder.resolve("draft.pdf")))) {
            PageText page = read(document);
            BufferedImage picture = draw(document);
            int all = 0;
            assertThat(page.words()).hasSize(6);
            for (Word word : page.words()) {
                int ink = ink(picture, word.box());
                assertThat(ink)
                        .as(page.text().substring(word.start(), word.end()))
                        .isGreaterThan(40);
                all += ink;
            }
            assertThat(all).isEqualTo(ink(picture, new Box(0, 0, 1, 1)));
        }
    }

    private PageText read(PdfDraft draft) throws IOException {
        try (PDDocument document = PdfFile.open(draft.save(folder.resolve("draft.pdf")))) {
            return read(document);
        }
    }

    private static PageText read(PDDocument document) throws IOException {
        return PageLayout.layOut(PdfFile.contentOf(document.getPage(0), new FontBook()))
                .toPage(1, PageText.Source.TEXT);
    }

    private static BufferedImage draw(PDDocument document) throws IOException {
        return new PDFRenderer(document).renderImage(0, 2, ImageType.GRAY);
    }

    private static int ink(BufferedImage picture, Box box) {
        int x0 = (int) Math.floor(box.x() * picture.getWidth());
        int y0 = (int) Math.floor(box.y() * picture.getHeight());
        int x1 = (int) Math.min(picture.getWidth(), Math.ceil((box.x() + box.width()) * picture.getWidth()));
        int y1 = (int) Math.min(picture.getHeight(), Math.ceil((box.y() + box.height()) * picture.getHeight()));
        int ink = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                ink += picture.getRaster().getSample(x, y, 0) < 140 ? 1 : 0;
            }
        }
        return ink;
    }
}
