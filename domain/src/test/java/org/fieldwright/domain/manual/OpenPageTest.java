package org.fieldwright.domain.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenPageTest {
    private static final Box PULL = new Box(0.1f, 0.1f, 0.1f, 0.02f);

    private final InMemoryManualLibrary library = new InMemoryManualLibrary();
    private final OpenPage openPage = new OpenPage(library, null);
    private final Manual manual = Manuals.waiting("Furnace", Manuals.sha256(1));
    private final Manual other = Manuals.waiting("Boiler", Manuals.sha256(2));
    private long passage;

    @BeforeEach
    void both_manuals_are_ready() {
        PageText page =
                new PageText(1, 612, 792, "Pull", List.of(new Word(0, 4, PULL)), List.of(), PageText.Source.TEXT);
        passage = ready(manual, page);
        ready(other, page);
    }

    @Test
    void a_passage_is_marked_where_it_stands() {
        List<Box> marks = openPage.marks(openPage.open(manual.id(), 1), passage);

        assertThat(marks).containsExactly(PULL);
    }

    @Test
    void a_passage_of_another_manual_marks_nothing() {
        List<Box> marks = openPage.marks(openPage.open(other.id(), 1), passage);

        assertThat(marks).isEmpty();
    }

    @Test
    void a_passage_that_is_gone_marks_nothing() {
        List<Box> marks = openPage.marks(openPage.open(manual.id(), 1), 4711);

        assertThat(marks).isEmpty();
    }

    private long ready(Manual waiting, PageText page) {
        library.add(waiting);
        Manual ready = Manuals.read(waiting, Equipment.UNKNOWN, 1);
        EmbeddedPassage only = new EmbeddedPassage(Manuals.passage(ready, 0, page), new float[] {1});
        return library.switchEdition(ready, List.of(page), List.of(only), "model")
                .getFirst()
                .id();
    }
}
