package org.fieldwright.web.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fieldwright.web.manual.MarkedText.Stretch;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
    @Test
    void a_quote_is_marked_even_across_lines() {
        MarkedText marked = MarkedText.of("Before.\nPull the\nfuse (F1) now.", List.of("Pull the fuse (F1)"));

        assertThat(marked.stretches())
                .containsExactly(
                        new Stretch("Before.\n", false),
                        new Stretch("Pull the\nfuse (F1)", true),
                        new Stretch(" now.", false));
    }

    @Test
    void the_lines_of_a_quote_are_marked_wherever_they_stand() {
        MarkedText marked = MarkedText.of("Code\nE19 Fan\nE21 Gas\n", List.of("Code\nE21 Gas"));

        assertThat(marked.stretches())
                .containsExactly(
                        new Stretch("Code", true),
                        new Stretch("\nE19 Fan\n", false),
                        new Stretch("E21 Gas", true),
                        new Stretch("\n", false));
    }

    @Test
    void without_a_quote_the_text_stands_as_it_is() {
        assertThat(MarkedText.of("Text.", List.of(" ")).stretches()).containsExactly(new Stretch("Text.", false));
        assertThat(MarkedText.of("Text.", List.of("elsewhere")).stretches())
                .containsExactly(new Stretch("Text.", false));
    }
}
