package org.fieldwright.rag.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BgeEmbedderTest {
    private static final BgeEmbedder EMBEDDER = new BgeEmbedder();

    @AfterAll
    static void unload() {
        EMBEDDER.unload();
    }

    @Test
    void a_question_lies_nearer_to_its_answer_than_to_something_else() {
        float[] question = EMBEDDER.ofQuestion("How do I bleed a radiator?");
        float[] answer = EMBEDDER.ofPassage("Open the vent valve until water comes without air.");
        float[] other = EMBEDDER.ofPassage("The invoice is due within thirty days.");

        assertThat(dot(question, answer)).isGreaterThan(dot(question, other));
    }

    @Test
    void vectors_have_unit_length_and_repeat_bit_by_bit() {
        float[] vector = EMBEDDER.ofPassage("Clean the flame sensor.");

        assertThat(vector).hasSize(EMBEDDER.dimensions());
        assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
        assertThat(EMBEDDER.ofPassage("Clean the flame sensor.")).isEqualTo(vector);
    }

    @Test
    void text_beyond_the_window_is_cut_and_text_within_it_counts() {
        String window = "valve ".repeat(510);

        assertThat(EMBEDDER.ofPassage(window + "invoice")).isEqualTo(EMBEDDER.ofPassage(window));
        assertThat(EMBEDDER.ofPassage("valve ".repeat(500) + "invoice"))
                .isNotEqualTo(EMBEDDER.ofPassage("valve ".repeat(500)));
    }

    @Test
    void blank_text_is_refused() {
        assertThatThrownBy(() -> EMBEDDER.ofPassage(" \n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EMBEDDER.ofQuestion("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
