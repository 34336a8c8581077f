package org.fieldwright.domain.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldwright.domain.mirror.Copies.NOON;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.fieldwright.domain.servicetitan.Connection;
import org.fieldwright.domain.servicetitan.ConnectionsContract;
import org.fieldwright.domain.servicetitan.InMemoryConnections;
import org.fieldwright.domain.shared.RecordedTasks;
import org.junit.jupiter.api.Test;

class DemoSandboxTest {
    private static final URI BEFORE = URI.create("http://127.0.0.1:4001");
    private static final URI NOW = URI.create("http://127.0.0.1:4002");

    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryMirror mirror = new InMemoryMirror();
    private final RecordedTasks tasks = new RecordedTasks();
    private final DemoSandbox demo =
            new DemoSandbox(connections, mirror, tasks, Clock.fixed(NOON, ZoneOffset.UTC), Optional.of(NOW));

    @Test
    void the_first_time_it_is_connected_and_every_feed_is_started() {
        demo.connect(NOW);

        assertThat(connections.current().orElseThrow().connection().api()).isEqualTo(NOW);
        assertThat(mirror.feeds()).allMatch(FeedState::running);
        assertThat(tasks.submitted()).hasSize(Feed.values().length);
    }

    @Test
    void the_next_time_only_its_address_follows() {
        demo.connect(BEFORE);
        mirror.pause(Feed.JOBS);

        demo.connect(NOW);

        assertThat(connections.current().orElseThrow().connection().api()).isEqualTo(NOW);
        assertThat(mirror.feed(Feed.JOBS).running()).isFalse();
    }

    @Test
    void a_connection_that_somebody_made_is_left_alone() {
        Connection own = ConnectionsContract.shop(1, "secret");
        connections.keep(own, "pat@shop.example", NOON);

        demo.connect(NOW);

        assertThat(connections.current().orElseThrow().connection()).isEqualTo(own);
        assertThat(mirror.feeds()).noneMatch(FeedState::running);
    }
}
