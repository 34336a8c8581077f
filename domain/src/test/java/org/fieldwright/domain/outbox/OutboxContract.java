package org.fieldwright.domain.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.servicetitan.Trouble;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} promises. */
public interface OutboxContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    Outbox outbox();

    @Test
    default void every_effect_is_found_as_it_was_put_in() {
        for (Effect effect : Effects.all()) {
            Entry entry = entry("job 1", effect);
            assertThat(outbox().add(entry)).isTrue();
            assertThat(outbox().find(entry.key())).contains(entry);
        }
    }

    @Test
    default void all_kinds_of_effects_are_tried_out_here() {
        assertThat(Effects.all().stream().<Class<?>>map(Effect::getClass).distinct())
                .containsExactlyInAnyOrder(Effect.class.getPermittedSubclasses());
    }

    @Test
    default void the_same_key_twice_is_one_effect() {
        Entry entry = entry("job 1", Effects.note(1, "first"));
        outbox().add(entry);

        boolean again = outbox().add(Entry.decided(entry.key(), "job 1", Effects.note(1, "second"), "why", "me", NOON));

        assertThat(again).isFalse();
        assertThat(outbox().list(Optional.empty(), 0, 10)).containsExactly(entry);
    }

    @Test
    default void the_oldest_open_one_is_the_head_of_its_lane() {
        Entry first = entry("job 1", Effects.note(1, "first"));
        Entry second = entry("job 1", Effects.note(1, "second"));
        Entry elsewhere = entry("job 2", Effects.note(2, "elsewhere"));
        List.of(first, second, elsewhere).forEach(outbox()::add);

        assertThat(outbox().head("job 1")).contains(first);
        outbox().update(first.parked(Trouble.REJECTED, "No.", "trace"));
        assertThat(outbox().head("job 1").map(Entry::key)).contains(first.key());
        outbox().update(first.dismissed(NOON));
        assertThat(outbox().head("job 1")).contains(second);
        outbox().update(second.done(99, NOON));
        assertThat(outbox().head("job 1")).isEmpty();
        assertThat(outbox().find(second.key()).orElseThrow().createdId()).isEqualTo(99);
        assertThat(outbox().openLanes()).containsExactly("job 2");
    }

    @Test
    default void a_try_is_counted_as_long_as_it_waits() {
        Entry entry = entry("job 1", Effects.note(1, "first"));
        outbox().add(entry);

        assertThat(outbox().begin(entry.key())).isTrue();
        outbox().update(entry.again(Trouble.TIMED_OUT, "No answer.", "trace-1", NOON.plusSeconds(5)));
        assertThat(outbox().begin(entry.key())).isTrue();
        outbox().update(entry.dismissed(NOON));
        assertThat(outbox().begin(entry.key())).isFalse();

        assertThat(outbox().find(entry.key()).orElseThrow().tries()).isEqualTo(2);
    }

    @Test
    default void entries_are_listed_newest_first_and_by_state() {
        Entry first = entry("job 1", Effects.note(1, "first"));
        Entry second = entry("job 2", Effects.note(2, "second"));
        Entry third = entry("job 3", Effects.note(3, "third"));
        List.of(first, second, third).forEach(outbox()::add);
        outbox().update(second.parked(Trouble.REJECTED, "No.", "trace"));

        assertThat(outbox().list(Optional.empty(), 0, 2))
                .extracting(Entry::key)
                .containsExactly(third.key(), second.key());
        assertThat(outbox().list(Optional.of(Entry.State.WAITING), 1, 5)).containsExactly(first);
        assertThat(outbox().count(Optional.of(Entry.State.PARKED))).isEqualTo(1);
        assertThat(outbox().count(Optional.empty())).isEqualTo(3);
    }

    @Test
    default void what_was_parked_because_of_the_connection_is_told_from_what_is_wrong_by_itself() {
        Entry wrong = entry("job 1", Effects.note(1, "wrong"));
        Entry refused = entry("job 2", Effects.note(2, "refused"));
        List.of(wrong, refused).forEach(outbox()::add);
        outbox().update(wrong.parked(Trouble.REJECTED, "No.", "trace"));
        outbox().update(refused.parked(Trouble.SCOPE_MISSING, "No right.", "trace"));

        assertThat(outbox().parkedForTheConnection()).extracting(Entry::key).containsExactly(refused.key());
    }

    private static Entry entry(String lane, Effect effect) {
        return Entry.decided(UUID.randomUUID(), lane, effect, "Suggestion 1, approved", "pat@shop.example", NOON);
    }
}
