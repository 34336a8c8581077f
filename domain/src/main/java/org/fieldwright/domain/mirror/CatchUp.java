package org.fieldwright.domain.mirror;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.fieldwright.domain.servicetitan.Pauses;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.TaskHandler;

/**
 * Reads a feed on from where it is, part by part. Each part and the feed's new place are kept in one transaction, so a kill at any point
 * leaves neither gap nor double. What fails is noted on the feed and tried again; a feed never gets stuck for good.
 */
@ApplicationScoped
public class CatchUp implements TaskHandler {
    static final String KIND = "mirror.feed";

    private static final System.Logger LOG = System.getLogger(CatchUp.class.getName());

    /** Then other work has its turn. */
    private static final int PARTS_IN_A_ROW = 10;

    private static final Duration AFTER_OUR_FAULT = Duration.ofMinutes(5);

    private FeedSource source;
    private Mirror mirror;
    private DurableTasks tasks;
    private Clock clock;

    /** For the container's proxy. */
    protected CatchUp() {}

    @Inject
    public CatchUp(FeedSource source, Mirror mirror, DurableTasks tasks, Clock clock) {
        this.source = source;
        this.mirror = mirror;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** A task that was lost with a restored database is asked for again. */
    void goOn(@Observes @Priority(450) ServletContextEvent opened) {
        mirror.feeds().stream()
                .filter(FeedState::running)
                .forEach(state ->
                        tasks.submit(KIND, state.feed().slug(), state.nextAt().orElseGet(clock::instant)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String slug) {
        Feed.of(slug).ifPresent(this::read);
    }

    private void read(Feed feed) {
        for (int parts = 0; parts < PARTS_IN_A_ROW; parts++) {
            FeedState state = mirror.feed(feed);
            if (!state.running()) {
                return;
            }
            FeedSource.Part part;
            try {
                part = source.next(feed, state.position());
            } catch (ServiceTitanException failure) {
                failed(state, failure);
                return;
            }
            mirror.keep(feed, part, clock.instant());
            if (!part.more()) {
                Instant next = clock.instant().plus(feed.how().pause());
                mirror.resting(feed, next);
                tasks.submit(KIND, feed.slug(), next);
                return;
            }
        }
        tasks.submit(KIND, feed.slug());
    }

    private void failed(FeedState state, ServiceTitanException failure) {
        Feed feed = state.feed();
        Instant next = clock.instant().plus(Pauses.after(failure, state.failures()));
        mirror.failed(feed, failure.trouble(), failure.getMessage(), next);
        tasks.submit(KIND, feed.slug(), next);
        boolean known =
                state.trouble().filter(before -> before == failure.trouble()).isPresent();
        LOG.log(
                known ? DEBUG : INFO,
                "feed {0}: {1} {2}",
                feed.slug(),
                failure.trouble().name(),
                failure.traceId());
    }

    @Override
    public void gaveUp(String slug) {
        Feed.of(slug).ifPresent(feed -> {
            Instant next = clock.instant().plus(AFTER_OUR_FAULT);
            mirror.failed(
                    feed,
                    Trouble.OUR_FAULT,
                    "Something unexpected went wrong on this server; its log says more. It is tried again.",
                    next);
            tasks.submit(KIND, slug, next);
        });
    }
}
