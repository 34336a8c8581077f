package org.fieldwright.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoManualTest {

    static Stream<DemoManual> manuals() {
        return DemoManual.all().stream();
    }

    @ParameterizedTest
    @MethodSource("manuals")
    void every_manual_has_six_to_twelve_pages_with_text_and_its_own_number_on_each(DemoManual manual)
            throws IOException {
        List<String> pages = pages(manual.pdf());

        assertThat(pages).hasSizeBetween(6, 12);
        for (int page = 2; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1)).contains("Page " + page).hasSizeGreaterThan(400);
        }
    }

    @ParameterizedTest
    @MethodSource("manuals")
    void every_manual_has_plate_codes_wiring_procedure_parts_and_schedule(DemoManual manual) throws IOException {
        String text = String.join("\n", pages(manual.pdf()));

        assertThat(text)
                .contains("Rating plate of the", "Serial number", "What to check, in this order", "Part no.")
                .containsPattern("\\d+ (ft|in)-lb")
                .containsPattern("Every year|Spring")
                .contains("WARNING", "RED")
                .contains(manual.models());
    }

    @ParameterizedTest
    @MethodSource("manuals")
    void the_same_manual_has_the_same_bytes_every_time(DemoManual manual) {
        assertThat(manual.pdf()).isEqualTo(manual.pdf());
    }

    @Test
    void sister_models_differ_in_the_values_a_technician_sets() throws IOException {
        String small = String.join("\n", pages(manual("northmere-gf80-060.pdf").pdf()));
        String large = String.join("\n", pages(manual("northmere-gf96-080.pdf").pdf()));

        assertThat(small).contains("3.5 in. w.c.").contains("Low stage pressure switch stuck");
        assertThat(large)
                .contains("3.2 in. w.c.")
                .contains("Condensate blocked")
                .doesNotContain("3.5 in. w.c.");
    }

    private static DemoManual manual(String fileName) {
        return manuals()
                .filter(manual -> manual.fileName().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }
}
