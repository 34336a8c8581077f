package org.fieldwright.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fieldwright.domain.mirror.Feed;
import org.fieldwright.domain.servicetitan.ConnectionChanged;
import org.fieldwright.domain.servicetitan.ConnectionsContract;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.junit.jupiter.api.Test;

class SeeWebhooksTest {
    private final Desk desk = new Desk();

    @Test
    void a_closed_door_says_so() {
        assertThat(new Desk(Map.of()).see.overview().open()).isFalse();
        assertThat(desk.see.overview().open()).isTrue();
    }

    @Test
    void events_are_counted_by_state() {
        fail(2);
        desk.deliver(Deliveries.event("tn.other.thing-done", "{}", Desk.NOON));

        assertThat(desk.see.overview().count(ReceivedEvent.State.FAILED)).isEqualTo(2);
        assertThat(desk.see.overview().count(ReceivedEvent.State.NOT_USED)).isEqualTo(1);
        assertThat(desk.see.overview().count(ReceivedEvent.State.SETTLED)).isZero();
    }

    @Test
    void a_row_says_whether_the_feeds_bring_it_anyway() {
        desk.deliver(Deliveries.event("tn.jpm.job-updated", "{\"job\":{\"id\":1,\"lastAppointmentId\":2}}", Desk.NOON));

        desk.mirror.run(Feed.JOBS, Desk.NOON);
        boolean withOneOfTwo = first().comesAnyway();
        desk.mirror.run(Feed.APPOINTMENTS, Desk.NOON);

        assertThat(withOneOfTwo).isFalse();
        assertThat(first().comesAnyway()).isTrue();
    }

    @Test
    void everything_that_failed_is_tried_again_at_once() {
        List<ReceivedEvent> failed = fail(3);

        int retried = desk.see.retryAll();

        assertThat(retried).isEqualTo(3);
        assertThat(desk.tasks.submitted()).hasSize(3);
        assertThat(failed).allMatch(event -> desk.now(event).isWaiting());
    }

    @Test
    void another_connection_has_what_failed_tried_again() {
        List<ReceivedEvent> failed = fail(1);
        desk.connections.keep(ConnectionsContract.shop(Deliveries.TENANT, "new"), "pat@shop.example", Desk.NOON);

        desk.see.tryAgain(new ConnectionChanged(2));
        desk.settleAll();

        assertThat(desk.now(failed.getFirst()).state()).isEqualTo(ReceivedEvent.State.SETTLED);
    }

    @Test
    void what_is_under_way_or_done_is_left_alone_by_a_retry() {
        ReceivedEvent settled = desk.deliver(job(1));
        desk.settleAll();

        desk.see.retry(settled.id());

        assertThat(desk.now(settled).state()).isEqualTo(ReceivedEvent.State.SETTLED);
        assertThat(desk.tasks.submitted()).isEmpty();
    }

    @Test
    void an_event_that_is_forgotten_cannot_be_retried() {
        assertThatThrownBy(() -> desk.see.retry(UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.NOT_FOUND));
    }

    private SeeWebhooks.Seen first() {
        return desk.see.list(EventQuery.all(), 0, 1).rows().getFirst();
    }

    private List<ReceivedEvent> fail(int events) {
        desk.connections.forget();
        List<ReceivedEvent> failed = java.util.stream.IntStream.rangeClosed(1, events)
                .mapToObj(id -> desk.deliver(job(id)))
                .toList();
        desk.settleAll();
        return failed;
    }

    private static byte[] job(int id) {
        return Deliveries.event("tn.jpm.job-updated", "{\"job\":{\"id\":" + id + "}}", Desk.NOON);
    }
}
