package org.fieldwright.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkTest {
    private final Mark mark = Mark.of(UUID.fromString("0193a1b2-0000-7000-8000-3f2a9c1b22aa"));

    @Test
    void stands_below_a_text_and_is_known_there() {
        String marked = mark.under("Replaced capacitor");

        assertThat(marked).isEqualTo("Replaced capacitor\n(Fieldwright 3f2a9c1b22aa)");
        assertThat(mark.isIn(marked)).isTrue();
        assertThat(mark.isIn("Replaced capacitor")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, photo-3f2a9c1b22aa.jpg",
        "photo, photo-3f2a9c1b22aa",
        ".profile, .profile-3f2a9c1b22aa",
        "Übersicht/1.pdf, _bersicht_1-3f2a9c1b22aa.pdf",
    })
    void stands_before_the_ending_of_a_file_name(String name, String marked) {
        assertThat(mark.in(name)).isEqualTo(marked);
    }
}
