package org.fieldwright.domain.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.fieldwright.domain.mirror.Copies.NOON;
import static org.fieldwright.domain.mirror.Copies.job;
import static org.fieldwright.domain.mirror.Copies.part;

import java.time.Duration;
import java.util.Optional;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;
import org.fieldwright.domain.shared.MovingClock;
import org.fieldwright.domain.shared.RecordedTasks;
import org.junit.jupiter.api.Test;

class CatchUpTest {
    private final ScriptedSource source = new ScriptedSource();
    private final InMemoryMirror mirror = new InMemoryMirror();
    private final RecordedTasks tasks = new RecordedTasks();
    private final MovingClock clock = MovingClock.at(NOON);
    private final CatchUp catchUp = new CatchUp(source, mirror, tasks, clock);
    private final FollowFeeds feeds = new FollowFeeds(mirror, tasks, clock);

    @Test
    void a_feed_is_read_to_its_end_and_looked_at_again_later() {
        feeds.start(Feed.JOBS);
        source.then(part("a", true, job(1, "Hold", 0))).then(part("b", false, job(2, "Hold", 0)));

        catchUp.run("jobs");

        assertThat(source.asked()).containsExactly("jobs ", "jobs a");
        assertThat(mirror.counts()).containsEntry(Kind.JOB, 2);
        assertThat(mirror.feed(Feed.JOBS).loaded()).isTrue();
        assertThat(tasks.when("mirror.feed", "jobs")).contains(NOON.plus(Duration.ofMinutes(5)));
    }

    @Test
    void a_killed_load_goes_on_where_it_was() {
        feeds.start(Feed.JOBS);
        source.then(part("a", true, job(1, "Hold", 0)));
        source.meanwhile(new Runnable() {
            private int calls;

            @Override
            public void run() {
                if (++calls == 2) {
                    throw new IllegalStateException("killed");
                }
            }
        });
        assertThatIllegalStateException().isThrownBy(() -> catchUp.run("jobs"));

        source.then(part("b", false, job(2, "Hold", 0)));
        catchUp.run("jobs");

        assertThat(source.asked()).containsExactly("jobs ", "jobs a", "jobs a");
        assertThat(mirror.counts()).containsEntry(Kind.JOB, 2);
        assertThat(mirror.feed(Feed.JOBS).records()).isEqualTo(2);
    }

    @Test
    void a_feed_that_is_paused_in_the_middle_stops_after_the_part_that_was_under_way() {
        feeds.start(Feed.JOBS);
        source.then(part("a", true, job(1, "Hold", 0))).then(part("b", true, job(2, "Hold", 0)));
        source.meanwhile(() -> feeds.pause(Feed.JOBS));

        catchUp.run("jobs");

        assertThat(source.asked()).hasSize(1);
        assertThat(mirror.feed(Feed.JOBS).position()).isEqualTo("a");
        assertThat(mirror.feed(Feed.JOBS).running()).isFalse();
        assertThat(tasks.submitted()).containsExactly("mirror.feed jobs");
    }

    @Test
    void a_failure_is_noted_with_its_reason_and_tried_again_after_the_time_they_asked_for() {
        feeds.start(Feed.JOBS);
        source.then(new ServiceTitanException(
                Trouble.THROTTLED, "Too many calls.", "trace", false, Optional.of(Duration.ofSeconds(40)), null));

        catchUp.run("jobs");

        FeedState state = mirror.feed(Feed.JOBS);
        assertThat(state.reason()).isEqualTo("Too many calls.");
        assertThat(state.position()).isEqualTo(FeedSource.BEGINNING);
        assertThat(tasks.when("mirror.feed", "jobs")).contains(NOON.plusSeconds(40));
    }

    @Test
    void pauses_double_up_to_five_minutes() {
        feeds.start(Feed.JOBS);
        for (int failure = 0; failure < 12; failure++) {
            source.then(new ServiceTitanException(Trouble.UNREACHABLE, "No answer."));
            catchUp.run("jobs");
        }

        assertThat(mirror.feed(Feed.JOBS).failures()).isEqualTo(12);
        assertThat(tasks.when("mirror.feed", "jobs")).contains(NOON.plus(Duration.ofMinutes(5)));
    }

    @Test
    void what_a_person_has_to_put_right_is_looked_at_again_by_itself() {
        feeds.start(Feed.JOBS);
        source.then(new ServiceTitanException(Trouble.SIGN_IN_REFUSED, "The client secret has expired."));

        catchUp.run("jobs");

        assertThat(tasks.when("mirror.feed", "jobs")).contains(NOON.plus(Duration.ofMinutes(15)));
    }

    @Test
    void a_long_load_lets_other_work_have_its_turn() {
        feeds.start(Feed.JOBS);
        for (int i = 0; i < 15; i++) {
            source.then(part("p" + i, true, job(i + 1, "Hold", 0)));
        }

        catchUp.run("jobs");

        assertThat(source.asked()).hasSize(10);
        assertThat(tasks.submitted()).containsExactly("mirror.feed jobs", "mirror.feed jobs");
    }

    @Test
    void after_an_error_of_our_own_the_feed_goes_on_later() {
        feeds.start(Feed.JOBS);

        catchUp.gaveUp("jobs");

        assertThat(mirror.feed(Feed.JOBS).trouble()).contains(Trouble.OUR_FAULT);
        assertThat(tasks.when("mirror.feed", "jobs")).contains(NOON.plus(Duration.ofMinutes(5)));
    }
}
