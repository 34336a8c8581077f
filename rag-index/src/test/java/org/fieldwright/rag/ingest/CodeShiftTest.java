package org.fieldwright.rag.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeShiftTest {
    private static final String ENGLISH = "The following safety points are provided to prevent injury to yourself";

    @Test
    void finds_how_far_a_text_is_shifted_and_shifts_it_back() {
        String shifted = shifted(ENGLISH, -29);

        int shift = CodeShift.of(shifted).orElseThrow();

        assertThat(shifted).startsWith("7KH\u0003IROORZLQJ");
        assertThat(shift).isEqualTo(29);
        assertThat(CodeShift.apply(shift, shifted)).isEqualTo(ENGLISH);
    }

    @Test
    void leaves_text_alone_that_reads_well() {
        assertThat(CodeShift.of(ENGLISH)).hasValue(0);
        assertThat(CodeShift.of("Das Gerät darf nur von einer Fachkraft geöffnet werden"))
                .hasValue(0);
    }

    @Test
    void finds_no_meaning_where_there_is_none() {
        assertThat(CodeShift.of("\u0181\u0190\u01f0\u0230\u0199\u0281".repeat(10)))
                .hasValue(0);
        assertThat(CodeShift.of("7KH")).isEmpty();
    }

    @Test
    void knows_the_ligatures_of_the_usual_fonts() {
        assertThat(CodeShift.apply(29, "5LVN\u0003RI\u0003\u00bfUH")).isEqualTo("Risk of fire");
    }

    private static String shifted(String text, int by) {
        StringBuilder shifted = new StringBuilder();
        text.chars().forEach(c -> shifted.append((char) (c + by)));
        return shifted.toString();
    }
}
