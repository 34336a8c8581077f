package org.fieldwright.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int SIZE = 10;

    private static OptionalLong rows(long number) {
        return OptionalLong.of(number);
    }

    @Test
    void one_page_is_all_and_the_next_stretch_begins_five_minutes_before_the_end_of_this_one() {
        Window window = Window.FIRST.opened(NOON).after(rows(3), SIZE, false);

        assertThat(window.goesOn()).isFalse();
        assertThat(window.since()).contains(NOON.minusSeconds(330));
        assertThat(window.until()).isEmpty();
    }

    @Test
    void several_pages_are_read_from_the_last_to_the_first() {
        Window first = Window.FIRST.opened(NOON);
        Window third = first.after(rows(25), SIZE, true);
        Window second = third.after(rows(25), SIZE, false);
        Window last = second.after(rows(25), SIZE, true);
        Window done = last.after(rows(25), SIZE, true);

        assertThat(third.page()).isEqualTo(3);
        assertThat(second.page()).isEqualTo(2);
        assertThat(last.page()).isEqualTo(1);
        assertThat(done.goesOn()).isFalse();
    }

    @Test
    void a_list_that_does_not_say_how_long_it_is_is_read_forward() {
        Window second = Window.FIRST.opened(NOON).after(OptionalLong.empty(), SIZE, true);
        Window third = second.after(OptionalLong.empty(), SIZE, true);

        assertThat(second.page()).isEqualTo(2);
        assertThat(third.page()).isEqualTo(3);
        assertThat(third.after(OptionalLong.empty(), SIZE, false).goesOn()).isFalse();
    }

    @Test
    void a_list_that_became_longer_is_read_once_more_from_where_it_began() {
        Window second =
                Window.of(NOON.minusSeconds(900) + ";;1;;;0").opened(NOON).after(rows(15), SIZE, true);
        Window first = second.after(rows(16), SIZE, false);
        Window again = first.after(rows(16), SIZE, true);

        assertThat(again.goesOn()).isTrue();
        assertThat(again.since()).contains(NOON.minusSeconds(900));
    }

    @Test
    void a_list_that_always_becomes_longer_gets_its_rest_too() {
        Window window = Window.FIRST;
        for (int round = 0; round < 4; round++) {
            window = window.opened(NOON).after(rows(15), SIZE, true).after(rows(16), SIZE, false);
            window = window.after(rows(16), SIZE, true);
        }

        assertThat(window.goesOn()).isFalse();
    }

    @Test
    void no_time_has_passed_since_the_last_time() {
        Window window = Window.of(NOON + ";;1;;;0").opened(NOON);

        assertThat(window.isEmpty()).isTrue();
    }

    @Test
    void a_window_is_read_back_as_it_was_written() {
        Window window = new Window(Optional.of(NOON), Optional.of(NOON.plusSeconds(60)), 7, rows(3_456), true, 2);

        assertThat(Window.of(window.toString())).isEqualTo(window);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "load token", "a;b;c;d;e;f", ";;;;;", "x;;1;;;0"})
    void what_is_no_window_is_the_beginning(String position) {
        assertThat(Window.of(position)).isEqualTo(Window.FIRST);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_leaves_a_list_while_it_is_read_the_rest_is_seen(long seed) {
        Random chance = new Random(seed);
        TreeSet<Long> list = new TreeSet<>(
                LongStream.rangeClosed(1, 20 + chance.nextInt(200)).boxed().toList());
        Set<Long> seen = new TreeSet<>();

        Window window = Window.FIRST.opened(NOON);
        do {
            long from = (window.page() - 1L) * SIZE;
            list.stream().skip(from).limit(SIZE).forEach(seen::add);
            window = window.after(rows(list.size()), SIZE, list.size() > from + SIZE);
            list.removeIf(row -> chance.nextInt(20) == 0);
        } while (window.goesOn());

        assertThat(list).isNotEmpty().isSubsetOf(seen);
    }
}
