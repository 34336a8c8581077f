package org.fieldwright.rag.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fieldwright.domain.manual.Box;
import org.fieldwright.domain.manual.Line;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.Passage;
import org.fieldwright.domain.manual.PassageKind;
import org.fieldwright.domain.manual.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionCutterTest {
    private static final ManualId MANUAL = new ManualId(new UUID(1, 2));

    private final SectionCutter cutter = new SectionCutter();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void a_passage_says_exactly_what_its_stretches_say_and_no_line_is_lost(int seed) {
        List<PageText> pages = randomPages(new Random(seed));

        List<Passage> passages = cutter.cut(MANUAL, 1, pages);

        for (Passage passage : passages) {
            assertThat(passage.text()).isEqualTo(joined(passage, pages));
            assertThat(passage.spans()).extracting("page").containsOnly(passage.page());
            assertThat(passage.text()).isNotBlank();
        }
        for (PageText page : pages) {
            for (PageLine line : PageLine.of(page)) {
                assertThat(passages)
                        .as("page %d: %s", page.number(), line.text())
                        .anyMatch(p -> p.spans().stream()
                                .anyMatch(s ->
                                        s.page() == page.number() && s.start() < line.end() && s.end() > line.start()));
            }
        }
        assertThat(passages).extracting(Passage::ordinal).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void passages_fit_the_window_of_an_embedding_and_are_the_same_again(int seed) {
        List<PageText> pages = randomPages(new Random(seed));

        List<Passage> passages = cutter.cut(MANUAL, 1, pages);

        assertThat(passages).allMatch(p -> PageLine.weightOf(p.text()) <= 420);
        assertThat(cutter.cut(MANUAL, 1, pages)).isEqualTo(passages);
    }

    @Test
    void the_titles_above_a_passage_are_known_outermost_first() {
        PageText page = new Draft(1)
                .line("4 Faults", 18, true)
                .blank()
                .line("4.1 Codes on the display", 14, true)
                .blank()
                .line("The display shows a code when the unit has stopped.", 10, false)
                .line("Switch the unit off before opening it in any case.", 10, false)
                .page();

        List<Passage> passages = cutter.cut(MANUAL, 1, List.of(page));

        assertThat(passages.getLast().headings()).containsExactly("4 Faults", "4.1 Codes on the display");
        assertThat(passages.getLast().text()).contains("shows a code");
    }

    @Test
    void a_section_that_goes_on_over_the_page_begins_a_new_passage_with_the_same_titles() {
        PageText first = new Draft(1)
                .line("Maintenance", 18, true)
                .blank()
                .line("Clean the filter every month with warm water.", 10, false)
                .page();
        PageText second = new Draft(2)
                .line("Let it dry before it is put in again.", 10, false)
                .page();

        List<Passage> passages = cutter.cut(MANUAL, 1, List.of(first, second));

        assertThat(passages).hasSize(2);
        assertThat(passages.getLast().page()).isEqualTo(2);
        assertThat(passages.getLast().headings()).containsExactly("Maintenance");
    }

    @Test
    void lines_that_run_along_on_many_pages_belong_to_no_passage() {
        List<PageText> pages = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            pages.add(new Draft(i)
                    .at(0.03f)
                    .line("Pump P1 manual", 8, false)
                    .blank()
                    .at(0.3f)
                    .line("Sentence number " + "abcdefgh".charAt(i - 1) + " stands only here.", 10, false)
                    .blank()
                    .at(0.96f)
                    .line("Page " + i + " of 8", 8, false)
                    .page());
        }

        List<Passage> passages = cutter.cut(MANUAL, 1, pages);

        assertThat(passages)
                .hasSize(8)
                .noneMatch(p -> p.text().contains("manual") || p.text().contains(" of 8"));
    }

    @Test
    void a_table_too_long_for_a_passage_shows_its_head_on_each_part() {
        Draft draft = new Draft(1).line("Code\tMeaning\tRemedy", 10, true);
        for (int i = 1; i <= 60; i++) {
            draft.line("E" + i + "\tThe sensor number " + i + " is broken\tReplace the sensor at once", 10, false);
        }

        List<Passage> passages = cutter.cut(MANUAL, 1, List.of(draft.page()));

        assertThat(passages)
                .hasSizeGreaterThan(1)
                .allMatch(p -> p.kind() == PassageKind.TABLE)
                .allMatch(p -> p.text().startsWith("Code\tMeaning\tRemedy\n"));
    }

    @Test
    void the_steps_of_a_procedure_stay_together_with_their_title() {
        PageText page = new Draft(1)
                .line("Draining the tank", 14, true)
                .blank()
                .line("1. Switch the unit off.", 10, false)
                .line("2. Open the valve.", 10, false)
                .line("3. Wait until no more water comes.", 10, false)
                .page();

        List<Passage> passages = cutter.cut(MANUAL, 1, List.of(page));

        assertThat(passages).hasSize(1);
        assertThat(passages.getFirst().kind()).isEqualTo(PassageKind.PROCEDURE);
        assertThat(passages.getFirst().text()).startsWith("Draining the tank").endsWith("comes.");
    }

    private static String joined(Passage passage, List<PageText> pages) {
        return passage.spans().stream()
                .map(s -> pages.get(s.page() - 1).text().substring(s.start(), s.end()))
                .collect(Collectors.joining("\n"));
    }

    private static List<PageText> randomPages(Random random) {
        List<PageText> pages = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            Draft draft = new Draft(number).at(0.2f);
            for (int block = random.nextInt(8); block > 0; block--) {
                switch (random.nextInt(5)) {
                    case 0 -> draft.line("Title " + words(random, 3), 14 + random.nextInt(6), true);
                    case 1 ->
                        repeat(random, 30, () -> draft.line(words(random, 4) + "\t" + words(random, 5), 10, false));
                    case 2 ->
                        repeat(random, 9, () -> draft.line(random.nextInt(20) + ". " + words(random, 9), 10, false));
                    case 3 -> draft.line(words(random, 900), 10, false);
                    default -> repeat(random, 14, () -> draft.line(words(random, 12), 10, random.nextInt(9) == 0));
                }
                draft.blank();
            }
            pages.add(draft.page());
        }
        return pages;
    }

    private static void repeat(Random random, int most, Runnable what) {
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            what.run();
        }
    }

    private static String words(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            text.append(text.isEmpty() ? "" : " ");
            for (int k = 1 + random.nextInt(10); k > 0; k--) {
                text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    /** A page for tests, line by line from the top. */
    private static final class Draft {
        private final int number;
        private final StringBuilder text = new StringBuilder();
        private final List<Word> words = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private float y = 0.2f;

        Draft(int number) {
            this.number = number;
        }

        Draft at(float top) {
            y = top;
            return this;
        }

        Draft line(String line, float size, boolean bold) {
            int start = text.length();
            text.append(line).append('\n');
            words.add(new Word(start, start + line.length(), new Box(0.1f, y, 0.5f, size * 1.18f / 792)));
            lines.add(new Line(start, start + line.length(), size, bold, 0));
            y = Math.min(0.88f, y + 0.01f);
            return this;
        }

        Draft blank() {
            text.append('\n');
            return this;
        }

        PageText page() {
            String all = text.toString().stripTrailing();
            return new PageText(number, 612, 792, all, words, lines, PageText.Source.TEXT);
        }
    }
}
