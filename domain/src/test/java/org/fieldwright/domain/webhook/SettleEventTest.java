package org.fieldwright.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.mirror.Copies;
import org.fieldwright.domain.mirror.Copy;
import org.fieldwright.domain.mirror.Kind;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;
import org.junit.jupiter.api.Test;

class SettleEventTest {
    private static final Copy APPOINTMENT =
            new Copy(7, true, Optional.of(Desk.NOON), "{\"id\":7,\"jobId\":42,\"status\":\"Dispatched\"}");

    private final Desk desk = new Desk();

    @Test
    void what_an_event_is_about_is_read_again_and_kept() {
        desk.there.has(Kind.JOB, Copies.job(42, "Scheduled", 5));
        desk.there.has(Kind.APPOINTMENT, APPOINTMENT);
        ReceivedEvent event = desk.deliver(event("tn.jpm.job-appointment-updated"));

        desk.settleAll();

        assertThat(desk.mirror.find(Kind.JOB, 42)).contains(Copies.job(42, "Scheduled", 5));
        assertThat(desk.mirror.find(Kind.APPOINTMENT, 7)).contains(APPOINTMENT);
        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.SETTLED);
        assertThat(desk.now(event).settledAt()).contains(Desk.NOON);
    }

    @Test
    void an_event_about_a_job_nobody_has_seen_brings_it() {
        desk.there.has(Kind.JOB, Copies.job(99, "Scheduled", 0));

        ReceivedEvent event = desk.deliver(Deliveries.event("tn.jpm.job-updated", "{\"job\":{\"id\":99}}", Desk.NOON));
        desk.settleAll();

        assertThat(desk.mirror.find(Kind.JOB, 99)).contains(Copies.job(99, "Scheduled", 0));
        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.SETTLED);
    }

    @Test
    void what_is_not_there_any_more_is_gone_here_too() {
        desk.mirror.keep(Kind.ZONE, new Copy(5, true, Optional.empty(), "{\"id\":5}"), Desk.NOON);

        ReceivedEvent event = desk.deliver(Deliveries.event("tn.dis.zone-deleted", "{\"zone\":{\"id\":5}}", Desk.NOON));
        desk.settleAll();

        assertThat(desk.mirror.find(Kind.ZONE, 5)).map(Copy::active).contains(false);
        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.SETTLED);
    }

    @Test
    void events_in_any_order_and_twice_leave_what_is_true_now() {
        byte[] scheduled = Deliveries.event(
                "tn.jpm.job-scheduled", "{\"job\":{\"id\":42,\"jobStatus\":\"Scheduled\"}}", Desk.NOON);
        byte[] completed = Deliveries.event(
                "tn.jpm.job-completed",
                "{\"job\":{\"id\":42,\"jobStatus\":\"Completed\"}}",
                Desk.NOON.plus(Duration.ofMinutes(3)));
        desk.there.has(Kind.JOB, Copies.job(42, "Completed", 3));

        for (byte[] body : List.of(completed, scheduled, completed, scheduled)) {
            desk.deliver(body);
            desk.settleAll();
        }

        assertThat(desk.mirror.find(Kind.JOB, 42)).contains(Copies.job(42, "Completed", 3));
        assertThat(desk.events.counts()).containsOnly(java.util.Map.entry(ReceivedEvent.State.SETTLED, 2));
    }

    @Test
    void an_answer_that_is_older_than_what_a_feed_brought_meanwhile_changes_nothing() {
        desk.mirror.keep(Kind.JOB, Copies.job(42, "Completed", 9), Desk.NOON);
        desk.there.has(Kind.JOB, Copies.job(42, "Scheduled", 1));

        desk.deliver(Deliveries.event("tn.jpm.job-updated", "{\"job\":{\"id\":42}}", Desk.NOON));
        desk.settleAll();

        assertThat(desk.mirror.find(Kind.JOB, 42)).contains(Copies.job(42, "Completed", 9));
    }

    @Test
    void an_event_of_another_tenant_is_refused_and_nothing_is_read() {
        ReceivedEvent event = desk.deliver(
                Deliveries.event("tn.jpm.job-updated", "{\"job\":{\"id\":42}}", Desk.NOON, "theirs", 1234));

        desk.settleAll();

        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.REFUSED);
        assertThat(desk.now(event).reason())
                .isEqualTo("It is from another tenant, 1234. This house belongs to " + Deliveries.TENANT + ".");
        assertThat(desk.there.read()).isEmpty();
    }

    @Test
    void without_a_connection_an_event_waits_for_a_person() {
        desk.connections.forget();
        ReceivedEvent event = desk.deliver(event("tn.jpm.job-updated"));

        desk.settleAll();

        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.FAILED);
        assertThat(desk.now(event).reason()).isEqualTo("There is no connection to ServiceTitan yet.");
    }

    @Test
    void a_kind_that_is_not_read_by_itself_is_left_to_its_feed() {
        desk.there.has(Kind.JOB, Copies.job(42, "Scheduled", 5));
        desk.there.cannotRead(Kind.APPOINTMENT);
        ReceivedEvent event = desk.deliver(event("tn.jpm.job-appointment-updated"));

        desk.settleAll();

        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.SETTLED);
        assertThat(desk.now(event).reason()).isEqualTo("Not read by itself but with its feed: appointment 7.");
        assertThat(desk.mirror.find(Kind.JOB, 42)).isPresent();
    }

    @Test
    void a_failure_that_passes_is_tried_again_after_the_pause_they_asked_for() {
        desk.there.failsOnceAt(
                Kind.JOB,
                new ServiceTitanException(
                        Trouble.THROTTLED, "Too many calls.", "t-1", false, Optional.of(Duration.ofSeconds(42)), null));
        desk.there.has(Kind.JOB, Copies.job(42, "Scheduled", 5));
        ReceivedEvent event = desk.deliver(event("tn.jpm.job-updated"));

        desk.settleAll();
        ReceivedEvent meanwhile = desk.now(event);
        desk.settleAll();

        assertThat(meanwhile.state()).isEqualTo(ReceivedEvent.State.WAITING);
        assertThat(meanwhile.tries()).isEqualTo(1);
        assertThat(meanwhile.reason()).isEqualTo("Too many calls.");
        assertThat(desk.tasks.when("webhook.settle", event.id().toString())).contains(Desk.NOON.plusSeconds(42));
        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.SETTLED);
        assertThat(desk.now(event).reason()).isEmpty();
    }

    @Test
    void a_failure_that_stays_ends_as_a_row_that_can_be_retried() {
        desk.there.has(Kind.JOB, Copies.job(42, "Scheduled", 5));
        ReceivedEvent event = desk.deliver(event("tn.jpm.job-updated"));
        int rounds = 0;
        while (desk.now(event).isWaiting()) {
            desk.there.failsOnceAt(Kind.JOB, new ServiceTitanException(Trouble.UNREACHABLE, "They do not answer."));
            desk.settleAll();
            rounds++;
        }

        ReceivedEvent failed = desk.now(event);
        assertThat(rounds).isEqualTo(7);
        assertThat(failed.state()).isEqualTo(ReceivedEvent.State.FAILED);
        assertThat(failed.reason()).isEqualTo("They do not answer.");
        assertThat(desk.tasks.submitted()).isEmpty();

        desk.see.retry(event.id());
        desk.settleAll();

        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.SETTLED);
    }

    @Test
    void a_rest_is_no_try() {
        ReceivedEvent event = desk.deliver(event("tn.jpm.job-updated"));
        for (int i = 0; i < 20; i++) {
            desk.there.failsOnceAt(Kind.JOB, new ServiceTitanException(Trouble.RESTING, "Left alone for a while."));
            desk.settleAll();
        }

        assertThat(desk.now(event).isWaiting()).isTrue();
        assertThat(desk.now(event).tries()).isZero();
        assertThat(desk.now(event).reason()).isEqualTo("Left alone for a while.");
    }

    @Test
    void a_failure_that_needs_a_person_is_not_tried_again_by_itself() {
        desk.there.failsOnceAt(
                Kind.JOB, new ServiceTitanException(Trouble.SCOPE_MISSING, "The scope tn.jpm.jobs:r is missing."));
        ReceivedEvent event = desk.deliver(event("tn.jpm.job-updated"));

        desk.settleAll();

        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.FAILED);
        assertThat(desk.now(event).trouble()).contains(Trouble.SCOPE_MISSING);
        assertThat(desk.tasks.submitted()).isEmpty();
    }

    @Test
    void a_kill_halfway_leaves_an_event_that_is_settled_after_the_next_start() {
        desk.there.has(Kind.JOB, Copies.job(42, "Scheduled", 5));
        desk.there.has(Kind.APPOINTMENT, APPOINTMENT);
        ReceivedEvent event = desk.deliver(event("tn.jpm.job-appointment-updated"));
        List<String> keptTasks = List.copyOf(desk.tasks.submitted());
        desk.there.failsOnceAt(Kind.APPOINTMENT, new IllegalStateException("killed"));
        assertThatThrownBy(desk::settleAll).hasMessage("killed");
        assertThat(desk.mirror.find(Kind.JOB, 42)).isPresent();
        assertThat(desk.now(event).isWaiting()).isTrue();

        desk.tasks.submitted().addAll(keptTasks); // a task that did not end is taken over
        desk.settleAll();

        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.SETTLED);
        assertThat(desk.mirror.find(Kind.APPOINTMENT, 7)).isPresent();
    }

    @Test
    void what_nobody_expected_ends_as_a_row_too() {
        ReceivedEvent event = desk.deliver(event("tn.jpm.job-updated"));

        desk.settle.gaveUp(event.id().toString());

        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.FAILED);
        assertThat(desk.now(event).trouble()).contains(Trouble.OUR_FAULT);
    }

    @Test
    void a_task_for_an_event_that_is_forgotten_or_settled_does_nothing() {
        ReceivedEvent event = desk.deliver(event("tn.jpm.job-updated"));
        desk.settleAll();
        int before = desk.there.read().size();

        desk.settle.run(event.id().toString());
        desk.settle.run(java.util.UUID.randomUUID().toString());

        assertThat(desk.there.read()).hasSize(before);
    }

    private static byte[] event(String type) {
        return Deliveries.event(type, "{\"job\":{\"id\":42},\"appointment\":{\"id\":7,\"jobId\":42}}", Desk.NOON);
    }
}
