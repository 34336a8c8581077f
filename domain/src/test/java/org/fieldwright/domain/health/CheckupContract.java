package org.fieldwright.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link Checkup} promises. */
public interface CheckupContract {
    Checkup checkup();

    @Test
    default void speaks_for_its_own_part_in_whole_sentences() {
        Finding found = checkup().look();

        assertThat(found.part()).isEqualTo(checkup().part());
        assertThat(found.sentence() + found.advice()).endsWith(".");
        assertThat(found.facts())
                .extracting(Finding.Fact::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z ]+"));
        assertThat(found.facts()).extracting(Finding.Fact::value).doesNotContain("");
    }

    @Test
    default void says_the_same_when_it_is_asked_again() {
        Finding first = checkup().look();

        Finding second = checkup().look();

        assertThat(second.condition()).isEqualTo(first.condition());
        assertThat(second.sentence()).isEqualTo(first.sentence());
    }
}
