package org.fieldwright.domain.mirror;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.servicetitan.ConnectionChanged;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.PageOf;
import org.fieldwright.domain.shared.UseCase;

/** An administrator starts the first load, sees how far every feed is, pauses it, or has it read from its beginning. */
@UseCase
@Transactional
public class FollowFeeds {
    private Mirror mirror;
    private DurableTasks tasks;
    private Clock clock;

    /** For the container's proxy. */
    protected FollowFeeds() {}

    @Inject
    public FollowFeeds(Mirror mirror, DurableTasks tasks, Clock clock) {
        this.mirror = mirror;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * A feed with what the mirror holds of its kind.
     *
     * @param held records that are not deleted
     */
    public record Row(FeedState state, int held) {}

    @Requires(Permission.MANAGE_SERVICETITAN)
    public List<Row> see() {
        Map<Kind, Integer> counts = mirror.counts();
        return mirror.feeds().stream()
                .map(state -> new Row(state, counts.getOrDefault(state.feed().kind(), 0)))
                .toList();
    }

    /** Starts all that are paused. */
    @Requires(Permission.MANAGE_SERVICETITAN)
    public void startAll() {
        mirror.feeds().stream().filter(state -> !state.running()).forEach(state -> start(state.feed()));
    }

    @Requires(Permission.MANAGE_SERVICETITAN)
    public void start(Feed feed) {
        mirror.run(feed, clock.instant());
        tasks.submit(CatchUp.KIND, feed.slug());
    }

    @Requires(Permission.MANAGE_SERVICETITAN)
    public void pauseAll() {
        mirror.feeds().stream().filter(FeedState::running).forEach(state -> pause(state.feed()));
    }

    @Requires(Permission.MANAGE_SERVICETITAN)
    public void pause(Feed feed) {
        mirror.pause(feed);
    }

    /** Reads a feed from its beginning; what the mirror holds stays in use meanwhile. */
    @Requires(Permission.MANAGE_SERVICETITAN)
    public void readAgain(Feed feed) {
        mirror.rewind(feed, clock.instant());
        start(feed);
    }

    /** Rows that could not be kept, newest first. */
    @Requires(Permission.MANAGE_SERVICETITAN)
    public PageOf<Mirror.PutAside> putAside(int first, int max) {
        return new PageOf<>(mirror.putAside(first, max), first, mirror.countPutAside());
    }

    /** With another connection, what waited for a person is tried at once. */
    void tryAgain(@Observes ConnectionChanged changed) {
        mirror.feeds().stream().filter(FeedState::running).forEach(state -> start(state.feed()));
    }
}
