package org.fieldwright.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.health.FixedCheckup;
import org.fieldwright.domain.health.Part;
import org.fieldwright.domain.health.SeeHealth;
import org.junit.jupiter.api.Test;

class HealthPageTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Finding GOOD =
            Finding.good(Part.DATABASE, "It answers.").with("version", "17.2");
    private static final Finding WARNED = Finding.warn(Part.TASKS, "1 manual could not be read.", "Look why.");
    private static final Finding BAD = Finding.bad(Part.DISK, "The disk is full.", "Free some room.");

    @Test
    void when_all_is_good_the_page_says_so_in_one_sentence() {
        HealthPage page = pageOver(GOOD);

        assertThat(page.getHeadline()).isEqualTo("All is well.");
        assertThat(page.getTone()).isEqualTo("good");
        assertThat(page.getAt()).isEqualTo(NOW);
    }

    @Test
    void the_worst_gives_the_sentence_and_the_tone() {
        HealthPage warned = pageOver(GOOD, WARNED);
        HealthPage bad =
                pageOver(GOOD, WARNED, BAD, Finding.bad(Part.OCR, "It could not be looked at.", "Read the log."));

        assertThat(warned.getHeadline()).isEqualTo("1 part needs care.");
        assertThat(warned.getTone()).isEqualTo("warn");
        assertThat(bad.getHeadline()).isEqualTo("2 parts do not work.");
        assertThat(bad.getTone()).isEqualTo("bad");
    }

    @Test
    void a_row_has_a_colour_an_icon_a_word_and_advice_where_something_is_to_be_done() {
        List<PartRow> rows = pageOver(GOOD, WARNED, BAD).getRows();

        assertThat(rows).extracting(PartRow::tone).containsExactly("good", "warn", "bad");
        assertThat(rows).extracting(PartRow::icon).containsExactly("good", "warn", "bad");
        assertThat(rows).extracting(PartRow::word).containsExactly("Good", "Needs care", "Does not work");
        assertThat(rows).extracting(PartRow::advised).containsExactly(false, true, true);
        assertThat(rows).extracting(PartRow::aboutManuals).containsExactly(false, true, false);
        assertThat(rows.getFirst().facts()).containsExactly(new Finding.Fact("version", "17.2"));
    }

    @Test
    void one_request_looks_once_until_it_is_told_to_look_again() {
        List<Finding> asked = new ArrayList<>();
        HealthPage page = new HealthPage(new SeeHealth(
                List.of(new FixedCheckup(Part.DATABASE, () -> {
                    asked.add(GOOD);
                    return GOOD;
                })),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Runnable::run,
                Duration.ofSeconds(1)));

        page.getRows();
        page.getHeadline();
        page.look();
        page.getTone();

        assertThat(asked).hasSize(2);
    }

    private static HealthPage pageOver(Finding... findings) {
        List<Checkup> checkups =
                List.of(findings).stream().map(FixedCheckup::of).toList();
        return new HealthPage(
                new SeeHealth(checkups, Clock.fixed(NOW, ZoneOffset.UTC), Runnable::run, Duration.ofSeconds(1)));
    }
}
