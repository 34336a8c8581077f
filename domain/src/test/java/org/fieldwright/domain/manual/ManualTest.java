package org.fieldwright.domain.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ManualTest {
    @Test
    void a_manual_is_about_its_title_its_equipment_and_the_name_of_its_file_each_said_once() {
        Manual manual = Manuals.waiting("NF-80 Service", Manuals.sha256(1));

        Manual read = manual.ready(
                "Service Manual", new Equipment("Northwind", "NF-80"), "application/pdf", 2, Manuals.UPLOADED);

        assertThat(manual.about()).isEqualTo("NF-80 Service");
        assertThat(read.about()).isEqualTo("Service Manual - Northwind NF-80 - NF-80 Service");
    }

    @Test
    void a_passage_in_context_stands_under_its_headings_and_what_its_manual_is_about() {
        Manual manual = Manuals.waiting("NF-80 Service", Manuals.sha256(1));
        Passage plain = Manuals.passage(manual, 0, Manuals.page(1, "Pull the fuse."));

        Passage under = new Passage(
                0, plain.manual(), 1, 0, plain.kind(), List.of("7 Faults", "7.2 Reset"), plain.text(), plain.spans());

        assertThat(under.inContext(manual.about())).isEqualTo("NF-80 Service\n7 Faults\n7.2 Reset\nPull the fuse.");
    }
}
