package org.fieldwright.domain.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldwright.domain.mirror.Copies.NOON;
import static org.fieldwright.domain.mirror.Copies.job;
import static org.fieldwright.domain.mirror.Copies.part;
import static org.fieldwright.domain.mirror.Copies.taxZone;
import static org.fieldwright.domain.mirror.Copies.whole;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.servicetitan.Trouble;
import org.junit.jupiter.api.Test;

/** What every {@link Mirror} promises. */
public interface MirrorContract {
    Mirror mirror();

    @Test
    default void a_part_is_kept_and_moves_its_feed_on() {
        int changed = mirror().keep(Feed.JOBS, part("token-1", true, job(1, "Scheduled", 0), job(2, "Hold", 0)), NOON);

        assertThat(changed).isEqualTo(2);
        assertThat(mirror().find(Kind.JOB, 1).orElseThrow().json()).contains("Scheduled", "kept");
        assertThat(mirror().counts()).containsEntry(Kind.JOB, 2).doesNotContainEntry(Kind.CUSTOMER, 1);
        FeedState state = mirror().feed(Feed.JOBS);
        assertThat(state.position()).isEqualTo("token-1");
        assertThat(state.records()).isEqualTo(2);
        assertThat(state.readAt()).contains(NOON);
        assertThat(state.loaded()).isFalse();
    }

    @Test
    default void the_same_part_twice_changes_nothing() {
        mirror().keep(Feed.JOBS, part("a", false, job(1, "Scheduled", 0)), NOON);

        int changed = mirror().keep(Feed.JOBS, part("b", false, job(1, "Scheduled", 0)), NOON.plusSeconds(60));

        assertThat(changed).isZero();
        assertThat(mirror().feed(Feed.JOBS).loaded()).isTrue();
    }

    @Test
    default void an_older_copy_never_replaces_a_newer_one() {
        mirror().keep(Feed.JOBS, part("a", false, job(1, "Completed", 5)), NOON);

        mirror().keep(Kind.JOB, job(1, "Scheduled", 2), NOON);
        mirror().keep(Feed.JOBS, part("b", false, job(1, "Hold", 4), job(1, "Dispatched", 3)), NOON);

        assertThat(mirror().find(Kind.JOB, 1).orElseThrow().json()).contains("Completed");
    }

    @Test
    default void of_a_record_that_comes_twice_in_a_part_the_newer_one_counts() {
        mirror().keep(Feed.JOBS, part("a", false, job(1, "Completed", 5), job(1, "Scheduled", 1)), NOON);

        assertThat(mirror().find(Kind.JOB, 1).orElseThrow().json()).contains("Completed");
    }

    @Test
    default void what_is_deleted_there_is_kept_and_counted_no_more() {
        mirror().keep(Feed.JOBS, part("a", false, job(1, "Scheduled", 0), job(2, "Scheduled", 0)), NOON);

        Copy deleted = job(1, "Scheduled", 1);
        mirror().keep(Feed.JOBS, part("b", false, new Copy(1, false, deleted.modifiedOn(), deleted.json())), NOON);
        mirror().gone(Kind.JOB, 2, NOON);
        mirror().gone(Kind.JOB, 99, NOON);

        assertThat(mirror().find(Kind.JOB, 1).orElseThrow().active()).isFalse();
        assertThat(mirror().counts().getOrDefault(Kind.JOB, 0)).isZero();
    }

    @Test
    default void what_a_list_read_as_a_whole_does_not_hold_any_more_is_gone() {
        mirror().keep(Feed.TAX_ZONES, whole(taxZone(1), taxZone(2), taxZone(3)), NOON);

        mirror().keep(Feed.TAX_ZONES, part("page 2", true, taxZone(1)), NOON.plusSeconds(60));
        assertThat(mirror().counts()).containsEntry(Kind.TAX_ZONE, 3);
        mirror().keep(Feed.TAX_ZONES, whole(taxZone(3)), NOON.plusSeconds(61));

        assertThat(mirror().counts()).containsEntry(Kind.TAX_ZONE, 2);
        assertThat(mirror().find(Kind.TAX_ZONE, 2).orElseThrow().active()).isFalse();
    }

    @Test
    default void a_row_that_is_no_record_is_put_aside_and_the_others_are_kept() {
        FeedSource.Unreadable bad = new FeedSource.Unreadable("[1]", "It is not a record.");

        mirror().keep(
                        Feed.JOBS,
                        new FeedSource.Part(List.of(job(1, "Scheduled", 0)), List.of(bad), "a", false, false),
                        NOON);

        assertThat(mirror().putAside(0, 10))
                .containsExactly(new Mirror.PutAside(Feed.JOBS, Optional.empty(), "[1]", "It is not a record.", NOON));
        assertThat(mirror().countPutAside()).isEqualTo(1);
        assertThat(mirror().find(Kind.JOB, 1)).isPresent();
    }

    @Test
    default void a_feed_nobody_touched_is_at_its_beginning_and_paused() {
        assertThat(mirror().feed(Feed.CALLS)).isEqualTo(FeedState.untouched(Feed.CALLS));
        assertThat(mirror().feeds()).extracting(FeedState::feed).containsExactly(Feed.values());
    }

    @Test
    default void a_feed_keeps_its_place_when_it_is_paused_or_fails() {
        mirror().run(Feed.JOBS, NOON);
        mirror().keep(Feed.JOBS, part("a", true, job(1, "Scheduled", 0)), NOON);

        mirror().failed(Feed.JOBS, Trouble.THROTTLED, "Too many calls.", NOON.plusSeconds(5));
        mirror().failed(Feed.JOBS, Trouble.UNREACHABLE, "No answer.", NOON.plusSeconds(9));
        FeedState failed = mirror().feed(Feed.JOBS);
        mirror().pause(Feed.JOBS);

        assertThat(failed.failures()).isEqualTo(2);
        assertThat(failed.trouble()).contains(Trouble.UNREACHABLE);
        assertThat(failed.reason()).isEqualTo("No answer.");
        assertThat(failed.nextAt()).contains(NOON.plusSeconds(9));
        assertThat(mirror().feed(Feed.JOBS).position()).isEqualTo("a");
        assertThat(mirror().feed(Feed.JOBS).running()).isFalse();
        assertThat(mirror().feed(Feed.JOBS).nextAt()).isEmpty();
    }

    @Test
    default void success_ends_a_row_of_failures() {
        mirror().run(Feed.JOBS, NOON);
        mirror().failed(Feed.JOBS, Trouble.THROTTLED, "Too many calls.", NOON.plusSeconds(5));

        mirror().keep(Feed.JOBS, part("a", false), NOON.plusSeconds(5));
        mirror().resting(Feed.JOBS, NOON.plus(Duration.ofMinutes(5)));

        FeedState state = mirror().feed(Feed.JOBS);
        assertThat(state.failures()).isZero();
        assertThat(state.trouble()).isEmpty();
        assertThat(state.reason()).isEmpty();
        assertThat(state.caughtUpAt()).contains(NOON.plusSeconds(5));
        assertThat(state.nextAt()).contains(NOON.plus(Duration.ofMinutes(5)));
        assertThat(state.running()).isTrue();
    }

    @Test
    default void a_feed_that_begins_anew_loses_no_copy() {
        mirror().run(Feed.JOBS, NOON);
        mirror().keep(Feed.JOBS, part("a", false, job(1, "Scheduled", 0)), NOON);

        mirror().rewind(Feed.JOBS, NOON.plusSeconds(60));

        FeedState state = mirror().feed(Feed.JOBS);
        assertThat(state.position()).isEqualTo(FeedSource.BEGINNING);
        assertThat(state.loaded()).isFalse();
        assertThat(state.records()).isZero();
        assertThat(mirror().counts()).containsEntry(Kind.JOB, 1);
    }
}
