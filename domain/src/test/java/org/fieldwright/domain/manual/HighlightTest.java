package org.fieldwright.domain.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightTest {
    /** Two lines; the second a table row of two cells. */
    private static final PageText PAGE = new PageText(
            3,
            600,
            800,
            "Pull fuse\nF1\t15 A",
            List.of(
                    new Word(0, 4, new Box(0.10f, 0.10f, 0.10f, 0.02f)),
                    new Word(5, 9, new Box(0.22f, 0.11f, 0.08f, 0.02f)),
                    new Word(10, 12, new Box(0.10f, 0.20f, 0.05f, 0.02f)),
                    new Word(13, 15, new Box(0.60f, 0.20f, 0.05f, 0.02f)),
                    new Word(16, 17, new Box(0.66f, 0.20f, 0.02f, 0.02f))),
            PageText.Source.TEXT);

    @Test
    void each_line_of_words_is_one_box() {
        List<Box> boxes = Highlight.boxes(PAGE, 0, PAGE.text().length());

        assertThat(boxes).hasSize(2);
        assertThat(boxes.getFirst().x()).isEqualTo(0.10f);
        assertThat(boxes.getFirst().width()).isCloseTo(0.20f, within(0.001f));
        assertThat(boxes.getFirst().height()).isCloseTo(0.03f, within(0.001f));
        assertThat(boxes.get(1).width()).isCloseTo(0.58f, within(0.001f));
    }

    @Test
    void only_the_words_that_are_touched_count_and_a_touched_word_counts_whole() {
        List<Box> boxes = Highlight.boxes(PAGE, 7, 11);

        assertThat(boxes).containsExactly(new Box(0.22f, 0.11f, 0.08f, 0.02f), new Box(0.10f, 0.20f, 0.05f, 0.02f));
    }

    @Test
    void a_stretch_without_words_has_no_place() {
        List<Box> boxes = Highlight.boxes(PAGE, 4, 5);

        assertThat(boxes).isEmpty();
    }

    @Test
    void lines_of_different_height_on_the_page_are_not_joined_even_without_a_line_break() {
        PageText columns = new PageText(
                1,
                600,
                800,
                "left right",
                List.of(
                        new Word(0, 4, new Box(0.1f, 0.5f, 0.1f, 0.02f)),
                        new Word(5, 10, new Box(0.6f, 0.1f, 0.1f, 0.02f))),
                PageText.Source.TEXT);

        List<Box> boxes = Highlight.boxes(columns, 0, 10);

        assertThat(boxes).hasSize(2);
    }

    @Test
    void a_line_that_runs_up_the_page_is_one_box() {
        PageText sideways = new PageText(
                1,
                600,
                800,
                "Tighten to a bracket",
                List.of(
                        new Word(0, 7, new Box(0.2f, 0.80f, 0.02f, 0.10f)),
                        new Word(8, 10, new Box(0.2f, 0.78f, 0.02f, 0.01f)),
                        new Word(11, 12, new Box(0.2f, 0.77f, 0.02f, 0.005f)),
                        new Word(13, 20, new Box(0.2f, 0.66f, 0.02f, 0.10f))),
                PageText.Source.TEXT);

        List<Box> boxes = Highlight.boxes(sideways, 0, 20);

        assertThat(boxes).hasSize(1);
        assertThat(boxes.getFirst().y()).isEqualTo(0.66f);
        assertThat(boxes.getFirst().height()).isCloseTo(0.24f, within(0.001f));
        assertThat(boxes.getFirst().width()).isCloseTo(0.02f, within(0.001f));
    }

    @Test
    void a_passage_over_two_pages_is_marked_only_where_it_stands_on_this_one() {
        Passage passage = new Passage(
                1,
                ManualId.random(),
                1,
                0,
                PassageKind.TEXT,
                List.of(),
                "…",
                List.of(new PageSpan(2, 0, 100), new PageSpan(3, 10, 12)));

        List<Box> boxes = Highlight.boxes(PAGE, passage);

        assertThat(boxes).containsExactly(new Box(0.10f, 0.20f, 0.05f, 0.02f));
    }

    private static org.assertj.core.data.Offset<Float> within(float offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }
}
