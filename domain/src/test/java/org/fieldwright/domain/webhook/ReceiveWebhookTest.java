package org.fieldwright.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.domain.mirror.Kind;
import org.fieldwright.domain.servicetitan.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiveWebhookTest {
    private static final String JOB = "{\"job\":{\"id\":42,\"lastAppointmentId\":7}}";

    private final Desk desk = new Desk();

    @Test
    void an_event_is_kept_with_the_task_that_settles_it() {
        ReceivedEvent event = desk.deliver(Deliveries.event("tn.jpm.job-updated", JOB, Desk.NOON.minusSeconds(2)));

        assertThat(desk.now(event)).isEqualTo(event);
        assertThat(event.state()).isEqualTo(ReceivedEvent.State.WAITING);
        assertThat(event.about()).containsExactly(new Mention(Kind.JOB, 42), new Mention(Kind.APPOINTMENT, 7));
        assertThat(event.happenedAt()).contains(Desk.NOON.minusSeconds(2));
        assertThat(desk.tasks.submitted()).containsExactly("webhook.settle " + event.id());
    }

    @Test
    void without_a_key_nothing_is_taken() {
        Desk closed = new Desk(Map.of());
        byte[] body = Deliveries.event("tn.jpm.job-updated", JOB, Desk.NOON);

        assertThat(closed.receive.receive(Desk.JSON, body, Optional.of(Deliveries.hex(body))))
                .isEqualTo(new ReceiveWebhook.Outcome.Closed());
        assertThat(closed.events.list(EventQuery.all(), 0, 10).total()).isZero();
    }

    @Test
    void what_nobody_has_signed_leaves_nothing() {
        byte[] body = Deliveries.event("tn.jpm.job-updated", JOB, Desk.NOON);
        byte[] tampered = new String(body, StandardCharsets.UTF_8)
                .replace("\"id\":42", "\"id\":43")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(desk.receive.receive(Desk.JSON, body, Optional.empty()))
                .isEqualTo(new ReceiveWebhook.Outcome.Unproven(TurnedAway.Why.NO_SIGNATURE));
        assertThat(desk.receive.receive(Desk.JSON, tampered, Optional.of(Deliveries.hex(body))))
                .isEqualTo(new ReceiveWebhook.Outcome.Unproven(TurnedAway.Why.WRONG_SIGNATURE));
        assertThat(desk.events.list(EventQuery.all(), 0, 10).total()).isZero();
        assertThat(desk.tasks.submitted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "application/json; charset=utf-8, true",
        "Application/CloudEvents+JSON, true",
        "text/plain, false",
        "application/x-www-form-urlencoded, false",
        "application/jsonp, false",
        ", false",
    })
    void only_json_is_taken(String mediaType, boolean taken) {
        byte[] body = Deliveries.event("tn.jpm.job-updated", JOB, Desk.NOON);

        ReceiveWebhook.Outcome outcome =
                desk.receive.receive(Optional.ofNullable(mediaType), body, Optional.of(Deliveries.hex(body)));

        assertThat(outcome instanceof ReceiveWebhook.Outcome.Taken).isEqualTo(taken);
        assertThat(outcome.equals(new ReceiveWebhook.Outcome.Unproven(TurnedAway.Why.NO_JSON)))
                .isEqualTo(!taken);
    }

    @Test
    void the_same_occurrence_twice_is_one_event_that_came_twice() {
        byte[] first = Deliveries.event("tn.jpm.job-updated", JOB, Desk.NOON, "occurrence-1", Deliveries.TENANT);
        byte[] second = Deliveries.event("tn.jpm.job-updated", JOB, Desk.NOON, "occurrence-1", Deliveries.TENANT);

        ReceivedEvent event = desk.deliver(first);
        ReceivedEvent again = desk.deliver(second);

        assertThat(second).isNotEqualTo(first); // another delivery, with an id of its own
        assertThat(again.id()).isEqualTo(event.id());
        assertThat(again.deliveries()).isEqualTo(2);
        assertThat(desk.tasks.submitted()).hasSize(1);
    }

    @Test
    void an_event_that_failed_is_tried_again_when_it_is_delivered_again() {
        byte[] body = Deliveries.event("tn.jpm.job-updated", JOB, Desk.NOON);
        ReceivedEvent event = desk.deliver(body);
        desk.events.update(event.failed(Trouble.SCOPE_MISSING, "Not allowed."));
        desk.tasks.submitted().clear();

        desk.deliver(body);

        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.WAITING);
        assertThat(desk.tasks.submitted()).containsExactly("webhook.settle " + event.id());
    }

    @Test
    void an_event_that_was_settled_is_not_settled_again_by_a_replay() {
        byte[] body = Deliveries.event("tn.jpm.job-updated", JOB, Desk.NOON);
        ReceivedEvent event = desk.deliver(body);
        desk.settleAll();

        desk.clock.passes(Duration.ofHours(23));
        desk.deliver(body);

        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.SETTLED);
        assertThat(desk.tasks.submitted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, WAITING, false",
        "PT10M, WAITING, false",
        "PT-10M, WAITING, false",
        "PT10M1S, WAITING, true",
        "PT-23M, WAITING, true",
        "PT24H, WAITING, true",
        "PT24H1S, REFUSED, false",
        "PT-24H-1S, REFUSED, false",
        "P400D, REFUSED, false",
    })
    void a_clock_that_is_off_is_remarked_on_and_only_far_off_refused(
            Duration age, ReceivedEvent.State state, boolean remarked) {
        ReceivedEvent event = desk.deliver(Deliveries.event("tn.jpm.job-updated", JOB, Desk.NOON.minus(age)));

        assertThat(event.state()).isEqualTo(state);
        assertThat(desk.see.list(EventQuery.all(), 0, 1).rows().getFirst().offTime())
                .isEqualTo(remarked);
    }

    @Test
    void a_refusal_by_time_says_by_how_much() {
        ReceivedEvent old =
                desk.deliver(Deliveries.event("tn.jpm.job-updated", JOB, Desk.NOON.minus(Duration.ofDays(3))));
        ReceivedEvent ahead =
                desk.deliver(Deliveries.event("tn.jpm.job-updated", JOB, Desk.NOON.plus(Duration.ofHours(30))));

        assertThat(old.reason()).startsWith("By its own time it is 3 days old. Beyond 1 day an event is refused");
        assertThat(ahead.reason()).startsWith("By its own time it is 1 day 6 h ahead of us.");
        assertThat(desk.tasks.submitted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tn.prl.pay-period-locked",
                "tn.sp.session-completed",
                "tn.rpr.report-data-ready",
                "something.else.entirely"
            })
    void an_event_about_nothing_we_mirror_is_kept_as_not_used(String type) {
        ReceivedEvent event = desk.deliver(Deliveries.event(type, "{\"payroll\":{\"id\":1}}", Desk.NOON));

        assertThat(desk.now(event).state()).isEqualTo(ReceivedEvent.State.NOT_USED);
        assertThat(desk.tasks.submitted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tn.jpm.job-scheduled | {\"job\":{\"id\":1,\"lastAppointmentId\":2}} | JOB 1, APPOINTMENT 2",
                "tn.jpm.job-rescheduled | {\"job\":{\"id\":1,\"lastAppointmentId\":3},\"appointmentId\":2} | JOB 1, APPOINTMENT 2, APPOINTMENT 3",
                "tn.jpm.job-completed | {\"job\":{\"id\":1,\"lastAppointmentId\":2}} | JOB 1, APPOINTMENT 2",
                "tn.jpm.job-appointment-updated | {\"appointment\":{\"id\":2,\"jobId\":1}} | JOB 1, APPOINTMENT 2",
                "tn.jpm.job-never-seen-before | {\"job\":{\"id\":1}} | JOB 1",
                "tn.dis.technician-dispatched | {\"job\":{\"id\":1},\"appointment\":{\"id\":2}} | JOB 1, APPOINTMENT 2",
                "tn.dis.technician-arrived | {\"job\":{\"id\":1},\"appointment\":{\"id\":2}} | JOB 1, APPOINTMENT 2",
                "tn.dis.zone-deleted | {\"zone\":{\"id\":5}} | ZONE 5",
                "tn.crm.lead-created | {\"lead\":{\"id\":5}} | LEAD 5",
                "tn.crm.booking-updated | {\"booking\":{\"id\":5}} | BOOKING 5",
                "tn.tlc.call-completed | {\"call\":{\"id\":9,\"leadCall\":{\"id\":5}}} | CALL 5",
                "tn.acc.invoice-posted | {\"invoice\":{\"id\":5}} | INVOICE 5",
                "tn.acc.invoice-task-created | {\"invoice\":{\"id\":5},\"task\":{\"id\":6}} | INVOICE 5",
                "tn.stt.employee-changed | {\"employee\":{\"id\":5}} | EMPLOYEE 5",
            })
    void each_event_says_what_is_to_be_read_again(String type, String data, String about) {
        ReceivedEvent event = desk.deliver(Deliveries.event(type, data, Desk.NOON));

        assertThat(event.about())
                .extracting(mention -> mention.kind() + " " + mention.id())
                .containsExactly(about.split(", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"job\":{}}",
                "{\"job\":{\"id\":\"42\"}}",
                "{\"job\":{\"id\":4.2}}",
                "{\"job\":{\"id\":-1}}",
                "{\"job\":{\"id\":1e400}}",
                "{\"job\":7}"
            })
    void an_event_that_names_no_record_is_refused(String data) {
        ReceivedEvent event = desk.deliver(Deliveries.event("tn.jpm.job-updated", data, Desk.NOON));

        assertThat(event.state()).isEqualTo(ReceivedEvent.State.REFUSED);
        assertThat(event.reason()).isEqualTo("It names no record.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | It is empty.",
                "hello | It is not JSON.",
                "[] | It is not JSON.",
                "{\"specversion\":\"1.0\" | It is not JSON.",
                "{} | Its envelope is not CloudEvents 1.0.",
                "{\"specversion\":1.0} | Its envelope is not CloudEvents 1.0.",
                "{\"specversion\":\"2.0\"} | Its envelope is not CloudEvents 1.0.",
                "{\"specversion\":\"1.0\",\"type\":\"a\",\"time\":\"2026-03-02T12:00:00Z\"} | Its envelope lacks a good type, time or userassignedid.",
                "{\"specversion\":\"1.0\",\"type\":\"a\",\"time\":\"noon\",\"userassignedid\":\"1\"} | Its envelope lacks a good type, time or userassignedid.",
                "{\"specversion\":\"1.0\",\"type\":\"a\\u0000\",\"time\":\"2026-03-02T12:00:00Z\",\"userassignedid\":\"1\"} | Its envelope lacks a good type, time or userassignedid.",
                "{\"specversion\":\"1.0\",\"type\":\"a\",\"time\":\"2026-03-02T12:00:00Z\",\"userassignedid\":\"1\",\"data\":[]} | It carries no data.",
                "{\"specversion\":\"1.0\",\"type\":\"a\",\"time\":\"2026-03-02T12:00:00Z\",\"userassignedid\":\"1\",\"data\":{}} | It does not say which tenant it is from.",
            })
    void what_is_signed_but_no_event_is_a_row_that_says_why(String body, String why) {
        ReceivedEvent row = desk.deliver(body.getBytes(StandardCharsets.UTF_8));

        assertThat(row.state()).isEqualTo(ReceivedEvent.State.REFUSED);
        assertThat(row.reason()).isEqualTo(why);
        assertThat(desk.tasks.submitted()).isEmpty();
    }

    @Test
    void the_same_nonsense_again_is_the_same_row() {
        byte[] nonsense = "nonsense".getBytes(StandardCharsets.UTF_8);

        ReceivedEvent first = desk.deliver(nonsense);
        ReceivedEvent again = desk.deliver(nonsense);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.deliveries()).isEqualTo(2);
    }

    @Test
    void half_a_megabyte_of_brackets_is_no_event_either() {
        ReceivedEvent row = desk.deliver("[".repeat(500_000).getBytes(StandardCharsets.UTF_8));
        ReceivedEvent nested = desk.deliver("{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));

        assertThat(List.of(row, nested))
                .extracting(ReceivedEvent::reason)
                .containsExactly("It is not JSON.", "It is not JSON.");
    }

    @Test
    void what_was_turned_away_is_counted_for_the_administrator() {
        desk.receive.turnAway(TurnedAway.Why.NO_JSON);
        desk.receive.turnAway(TurnedAway.Why.NO_JSON);

        assertThat(desk.see.overview().turnedAway())
                .containsExactly(new TurnedAway(TurnedAway.Why.NO_JSON, 2, Desk.NOON));
    }
}
