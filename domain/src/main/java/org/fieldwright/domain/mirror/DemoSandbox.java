package org.fieldwright.domain.mirror;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.fieldwright.domain.servicetitan.Connection;
import org.fieldwright.domain.servicetitan.Connections;
import org.fieldwright.domain.shared.DurableTasks;

/**
 * Connects a portal that is tried out to the sandbox beside it, and starts the feeds the first time. A connection that somebody made is left
 * alone.
 */
@ApplicationScoped
@Transactional
class DemoSandbox {
    private static final String BY = "demo";

    /** The sandbox starts after the portal. */
    private static final Duration UNTIL_IT_ANSWERS = Duration.ofSeconds(5);

    private Connections connections;
    private Mirror mirror;
    private DurableTasks tasks;
    private Clock clock;
    private Optional<URI> address = Optional.empty();

    /** For the container's proxy. */
    protected DemoSandbox() {}

    @Inject
    DemoSandbox(Connections connections, Mirror mirror, DurableTasks tasks, Clock clock, Config config) {
        this(connections, mirror, tasks, clock, config.getOptionalValue("fieldwright.demo.sandbox", URI.class));
    }

    DemoSandbox(Connections connections, Mirror mirror, DurableTasks tasks, Clock clock, Optional<URI> address) {
        this.connections = connections;
        this.mirror = mirror;
        this.tasks = tasks;
        this.clock = clock;
        this.address = address;
    }

    void whenTheHouseOpens(@Observes @Priority(440) ServletContextEvent opened) {
        address.ifPresent(this::connect);
    }

    void connect(URI sandbox) {
        Optional<Connections.Kept> current = connections.current();
        boolean ours = current.isEmpty() || current.get().by().equals(BY);
        boolean there =
                current.filter(kept -> kept.connection().api().equals(sandbox)).isPresent();
        if (ours && !there) {
            connections.keep(demo(sandbox), BY, clock.instant());
        }
        if (current.isEmpty()) {
            Stream.of(Feed.values()).forEach(this::start);
        } else if (ours) {
            mirror.feeds().stream().filter(FeedState::running).forEach(state -> start(state.feed()));
        }
    }

    private void start(Feed feed) {
        mirror.run(feed, clock.instant());
        tasks.submit(CatchUp.KIND, feed.slug(), clock.instant().plus(UNTIL_IT_ANSWERS));
    }

    /** Known to everybody: they open made-up data on this machine. */
    private static Connection demo(URI sandbox) {
        return new Connection(
                Connection.Place.OTHER,
                sandbox,
                sandbox,
                4005370,
                "cid.fieldwright-demo",
                "cs1.fieldwright-demo-secret",
                "ak1.fieldwright-demo",
                "f1e1d001-7a3c-4b6e-9d55-0c0ffee0fa11");
    }
}
