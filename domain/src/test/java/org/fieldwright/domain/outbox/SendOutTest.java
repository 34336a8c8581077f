package org.fieldwright.domain.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.servicetitan.ConnectionChanged;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.MovingClock;
import org.fieldwright.domain.shared.RecordedTasks;
import org.junit.jupiter.api.Test;

class SendOutTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String LANE = Outgoing.job(4711);

    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final ScriptedSender sender = new ScriptedSender();
    private final RecordedTasks tasks = new RecordedTasks();
    private final MovingClock clock = MovingClock.at(NOON);
    private final Outgoing outgoing = new Outgoing(outbox, tasks, clock);
    private final SendOut sendOut = new SendOut(outbox, sender, tasks, clock);
    private final WatchOutbox watch = new WatchOutbox(outbox, tasks, clock);

    @Test
    void effects_of_a_lane_are_delivered_in_their_order() {
        put(new Effect.Assign(4711, 12, java.util.List.of(31L)));
        put(Effects.note(4711, "On the way"));

        sendOut.run(LANE);

        assertThat(sender.sent()).containsExactly("Assign a technician to appointment 12", "Add a note to job 4711");
        assertThat(watch.count(Entry.State.DONE)).isEqualTo(2);
        assertThat(outbox.openLanes()).isEmpty();
    }

    @Test
    void a_decision_that_is_told_twice_is_one_effect() {
        UUID key = put(Effects.note(4711, "On the way"));
        outgoing.put(key, LANE, Effects.note(4711, "On the way"), "Suggestion 1, approved", "pat@shop.example");

        sendOut.run(LANE);

        assertThat(sender.sent()).hasSize(1);
        assertThat(tasks.submitted()).containsExactly("outbox.lane " + LANE);
    }

    @Test
    void what_may_work_later_waits_holds_up_its_lane_and_is_sent_with_a_look_first() {
        UUID first = put(Effects.note(4711, "first"));
        put(Effects.note(4711, "second"));
        sender.fails(new ServiceTitanException(
                Trouble.TIMED_OUT, "No answer in time.", "trace-9", true, Optional.empty(), null));

        sendOut.run(LANE);
        sendOut.run(LANE);

        Entry waiting = outbox.find(first).orElseThrow();
        assertThat(sender.sent()).hasSize(1);
        assertThat(waiting.state()).isEqualTo(Entry.State.WAITING);
        assertThat(waiting.reason()).isEqualTo("No answer in time.");
        assertThat(waiting.traceId()).isEqualTo("trace-9");
        assertThat(tasks.when("outbox.lane", LANE)).contains(NOON.plusSeconds(5));

        clock.passes(Duration.ofSeconds(5));
        sendOut.run(LANE);

        assertThat(sender.sent())
                .containsExactly("Add a note to job 4711", "again: Add a note to job 4711", "Add a note to job 4711");
        assertThat(watch.count(Entry.State.DONE)).isEqualTo(2);
        assertThat(outbox.find(first).orElseThrow().reason()).isEmpty();
    }

    @Test
    void what_will_not_work_by_waiting_is_parked_until_a_person_retries_it() {
        UUID key = put(Effects.note(4711, "first"));
        put(Effects.note(4711, "second"));
        sender.fails(new ServiceTitanException(Trouble.REJECTED, "The text is too long."));

        sendOut.run(LANE);

        assertThat(outbox.find(key).orElseThrow().state()).isEqualTo(Entry.State.PARKED);
        assertThat(sender.sent()).hasSize(1);

        watch.retry(key);
        sendOut.run(LANE);

        assertThat(watch.count(Entry.State.DONE)).isEqualTo(2);
    }

    @Test
    void what_a_person_dismisses_lets_the_next_one_pass() {
        UUID key = put(Effects.note(4711, "first"));
        put(Effects.note(4711, "second"));
        sender.fails(new ServiceTitanException(Trouble.REJECTED, "The text is too long."));
        sendOut.run(LANE);

        watch.dismiss(key);
        sendOut.run(LANE);

        assertThat(outbox.find(key).orElseThrow().state()).isEqualTo(Entry.State.DISMISSED);
        assertThat(watch.count(Entry.State.DONE)).isEqualTo(1);
    }

    @Test
    void what_is_done_can_neither_be_retried_nor_dismissed() {
        UUID key = put(Effects.note(4711, "first"));
        sendOut.run(LANE);

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> watch.retry(key))
                .withMessageStartingWith("It is done or dismissed already.");
        assertThatExceptionOfType(FaultException.class).isThrownBy(() -> watch.dismiss(key));
    }

    @Test
    void with_another_connection_what_the_old_one_refused_is_tried_at_once() {
        UUID refused = put(Effects.note(4711, "first"));
        sender.fails(new ServiceTitanException(Trouble.SIGN_IN_REFUSED, "The client secret has expired."));
        sendOut.run(LANE);

        watch.tryAgain(new ConnectionChanged(2));
        sendOut.run(LANE);

        assertThat(outbox.find(refused).orElseThrow().state()).isEqualTo(Entry.State.DONE);
    }

    @Test
    void after_hours_of_failures_a_person_is_asked() {
        UUID key = put(Effects.note(4711, "first"));
        for (int i = 0; i < 40; i++) {
            sender.fails(new ServiceTitanException(Trouble.UNREACHABLE, "No answer."));
            sendOut.run(LANE);
            clock.passes(Duration.ofMinutes(5));
        }

        assertThat(outbox.find(key).orElseThrow().state()).isEqualTo(Entry.State.PARKED);
        assertThat(sender.sent()).hasSize(40);
    }

    @Test
    void an_error_of_our_own_ends_parked_with_a_warning_to_look_first() {
        UUID key = put(Effects.note(4711, "first"));

        sendOut.gaveUp(LANE);

        Entry parked = outbox.find(key).orElseThrow();
        assertThat(parked.state()).isEqualTo(Entry.State.PARKED);
        assertThat(parked.reason()).contains("look in ServiceTitan before you try it again");
    }

    private UUID put(Effect effect) {
        UUID key = UUID.randomUUID();
        outgoing.put(key, LANE, effect, "Suggestion 1, approved", "pat@shop.example");
        return key;
    }
}
