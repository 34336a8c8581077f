package org.fieldwright.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.mirror.Kind;
import org.fieldwright.domain.servicetitan.Trouble;
import org.fieldwright.domain.shared.PageOf;
import org.junit.jupiter.api.Test;

/** What every {@link ReceivedEvents} promises. */
public interface ReceivedEventsContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    ReceivedEvents events();

    /** A job's event with everything filled in. */
    static ReceivedEvent event(String occurrence, Instant receivedAt) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                occurrence,
                "tn.jpm.job-updated",
                Optional.of(receivedAt.minusSeconds(3)),
                receivedAt,
                1,
                4711,
                List.of(new Mention(Kind.JOB, 1234567890123L), new Mention(Kind.APPOINTMENT, 12)),
                ReceivedEvent.State.WAITING,
                2,
                Optional.of(Trouble.THROTTLED),
                "Too many calls. <b>\"ü\"</b>",
                Optional.empty());
    }

    @Test
    default void an_event_comes_back_as_it_was_kept() {
        ReceivedEvent waiting = event("one", NOON);
        ReceivedEvent noEvent =
                ReceivedEvent.of("sha256:" + "a".repeat(64), new Envelope.NoEvent("It is not JSON."), NOON);

        Optional<ReceivedEvent> hereBefore = events().add(waiting);
        events().add(noEvent);

        assertThat(hereBefore).isEmpty();
        assertThat(events().find(waiting.id())).contains(waiting);
        assertThat(events().find(noEvent.id())).contains(noEvent);
        assertThat(events().find(UUID.randomUUID())).isEmpty();
    }

    @Test
    default void the_same_occurrence_is_kept_once_and_its_deliveries_are_counted() {
        ReceivedEvent first = event("twice", NOON);
        events().add(first);

        Optional<ReceivedEvent> here = events().add(event("twice", NOON.plusSeconds(10)));
        events().add(event("twice", NOON.plusSeconds(30)));

        assertThat(here).map(ReceivedEvent::id).contains(first.id());
        assertThat(here).map(ReceivedEvent::deliveries).contains(2);
        assertThat(events().list(EventQuery.all(), 0, 10).rows())
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.deliveries()).isEqualTo(3);
                    assertThat(kept.receivedAt()).isEqualTo(NOON);
                });
    }

    @Test
    default void what_became_of_an_event_is_noted_and_a_delivery_meanwhile_stays_counted() {
        ReceivedEvent event = event("one", NOON);
        events().add(event);
        events().add(event("one", NOON.plusSeconds(1)));

        events().update(event.settled("All but one.", NOON.plusSeconds(2)));

        assertThat(events().find(event.id())).hasValueSatisfying(kept -> {
            assertThat(kept.state()).isEqualTo(ReceivedEvent.State.SETTLED);
            assertThat(kept.reason()).isEqualTo("All but one.");
            assertThat(kept.trouble()).isEmpty();
            assertThat(kept.settledAt()).contains(NOON.plusSeconds(2));
            assertThat(kept.deliveries()).isEqualTo(2);
        });
    }

    @Test
    default void a_page_has_the_newest_first_and_says_how_many_there_are() {
        for (int i = 0; i < 5; i++) {
            events().add(event("no " + i, NOON.plusSeconds(i)));
        }

        PageOf<ReceivedEvent> page = events().list(EventQuery.all(), 1, 2);

        assertThat(page.rows()).extracting(ReceivedEvent::occurrence).containsExactly("no 3", "no 2");
        assertThat(page.total()).isEqualTo(5);
    }

    @Test
    default void a_list_is_narrowed_by_state_by_part_of_a_type_and_by_the_number_of_a_record() {
        ReceivedEvent settled = event("settled", NOON).settled("", NOON);
        events().add(settled);
        events().add(event("waiting", NOON));

        assertThat(found(EventQuery.in(ReceivedEvent.State.SETTLED))).containsExactly("settled");
        assertThat(found(new EventQuery(Optional.empty(), " JOB-UP "))).containsExactlyInAnyOrder("settled", "waiting");
        assertThat(found(new EventQuery(Optional.of(ReceivedEvent.State.WAITING), "1234567890123")))
                .containsExactly("waiting");
        assertThat(found(new EventQuery(Optional.empty(), "123456789012"))).isEmpty();
        assertThat(found(new EventQuery(Optional.empty(), "%"))).isEmpty();
    }

    private List<String> found(EventQuery wanted) {
        return events().list(wanted, 0, 10).rows().stream()
                .map(ReceivedEvent::occurrence)
                .toList();
    }

    @Test
    default void events_are_counted_by_state() {
        events().add(event("one", NOON));
        events().add(event("two", NOON));
        events().add(event("three", NOON).failed(Trouble.NOT_FOUND, "Gone."));

        assertThat(events().counts())
                .containsOnly(
                        java.util.Map.entry(ReceivedEvent.State.WAITING, 2),
                        java.util.Map.entry(ReceivedEvent.State.FAILED, 1));
    }

    @Test
    default void only_what_was_settled_long_ago_is_forgotten() {
        events().add(event("old", NOON).settled("", NOON));
        events().add(event("new", NOON).settled("", NOON.plus(Duration.ofDays(1))));
        events().add(event("failed", NOON.minus(Duration.ofDays(90))).failed(Trouble.REJECTED, "No."));
        events().add(event("waiting", NOON.minus(Duration.ofDays(90))));

        int forgotten = events().forget(NOON.plusSeconds(1));

        assertThat(forgotten).isEqualTo(1);
        assertThat(found(EventQuery.all())).containsExactlyInAnyOrder("new", "failed", "waiting");
    }

    @Test
    default void what_is_turned_away_is_only_counted() {
        events().turnAway(TurnedAway.Why.WRONG_SIGNATURE, NOON);
        events().turnAway(TurnedAway.Why.NO_SIGNATURE, NOON.plusSeconds(1));
        events().turnAway(TurnedAway.Why.WRONG_SIGNATURE, NOON.plusSeconds(2));

        assertThat(events().turnedAway())
                .containsExactly(
                        new TurnedAway(TurnedAway.Why.WRONG_SIGNATURE, 2, NOON.plusSeconds(2)),
                        new TurnedAway(TurnedAway.Why.NO_SIGNATURE, 1, NOON.plusSeconds(1)));
        assertThat(events().list(EventQuery.all(), 0, 10).total()).isZero();
    }
}
