package org.fieldwright.domain.webhook;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.servicetitan.Trouble;

/**
 * An event that was delivered with a good signature, and what became of it. Nothing of its data is kept but the ids of what it is about.
 *
 * @param occurrence identifies what happened: their {@code userassignedid}, or the hash of a body that is no event
 * @param type such as {@code tn.jpm.job-updated}; blank for a body that is no event
 * @param happenedAt by their clock; empty where it does not say
 * @param receivedAt when it first came, by ours
 * @param deliveries how often it came
 * @param tenant whose it is; 0 where it does not say
 * @param tries how often reading again what it is about has failed
 * @param reason why it is refused, why the last try failed, or what was left out; blank when all is well
 * @param settledAt when nothing was left to be done
 */
public record ReceivedEvent(
        UUID id,
        String occurrence,
        String type,
        Optional<Instant> happenedAt,
        Instant receivedAt,
        int deliveries,
        long tenant,
        List<Mention> about,
        State state,
        int tries,
        Optional<Trouble> trouble,
        String reason,
        Optional<Instant> settledAt) {
    public ReceivedEvent {
        requireNonNull(id, "id");
        requireNonNull(occurrence, "occurrence");
        requireNonNull(type, "type");
        requireNonNull(happenedAt, "happenedAt");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(state, "state");
        requireNonNull(trouble, "trouble");
        requireNonNull(reason, "reason");
        requireNonNull(settledAt, "settledAt");
        about = List.copyOf(about);
    }

    /** Where it is. */
    public enum State {
        /** What it is about is to be read again. */
        WAITING("Waiting"),
        /** What it is about was read again. */
        SETTLED("Done"),
        /** It is about nothing that is mirrored. */
        NOT_USED("Not used"),
        /** It was not believed, or not understood. */
        REFUSED("Refused"),
        /** What it is about could not be read, and waiting did not help. */
        FAILED("Needs you");

        private final String inWords;

        State(String inWords) {
            this.inWords = inWords;
        }

        public String inWords() {
            return inWords;
        }
    }

    static ReceivedEvent of(Envelope.Event event, Instant now) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                event.occurrence(),
                event.type(),
                Optional.of(event.happenedAt()),
                now,
                1,
                event.tenant(),
                event.about(),
                State.WAITING,
                0,
                Optional.empty(),
                "",
                Optional.empty());
    }

    static ReceivedEvent of(String occurrence, Envelope.NoEvent none, Instant now) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                occurrence,
                "",
                Optional.empty(),
                now,
                1,
                0,
                List.of(),
                State.REFUSED,
                0,
                Optional.empty(),
                none.reason(),
                Optional.of(now));
    }

    /** How far its own time is from ours when it came; negative when it is ahead. */
    public Duration age() {
        return happenedAt.map(then -> Duration.between(then, receivedAt)).orElse(Duration.ZERO);
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    public boolean hasFailed() {
        return state == State.FAILED;
    }

    /** @param remark what was left out; blank for nothing */
    ReceivedEvent settled(String remark, Instant now) {
        return with(State.SETTLED, tries, Optional.empty(), remark, Optional.of(now));
    }

    ReceivedEvent notUsed(Instant now) {
        return with(State.NOT_USED, tries, Optional.empty(), "", Optional.of(now));
    }

    ReceivedEvent refused(String why, Instant now) {
        return with(State.REFUSED, tries, Optional.empty(), why, Optional.of(now));
    }

    /** It came to nothing and is tried again. While ServiceTitan is left alone nobody was asked: that was no try. */
    ReceivedEvent again(Trouble why, String sentence) {
        return with(
                State.WAITING,
                why == Trouble.RESTING ? tries : tries + 1,
                Optional.of(why),
                sentence,
                Optional.empty());
    }

    /** One more try came to nothing, and there is no use in another. */
    ReceivedEvent failed(Trouble why, String sentence) {
        return with(State.FAILED, tries + 1, Optional.of(why), sentence, Optional.empty());
    }

    ReceivedEvent retried() {
        return with(State.WAITING, 0, trouble, reason, Optional.empty());
    }

    private ReceivedEvent with(
            State now, int triesNow, Optional<Trouble> troubleNow, String reasonNow, Optional<Instant> settled) {
        return new ReceivedEvent(
                id,
                occurrence,
                type,
                happenedAt,
                receivedAt,
                deliveries,
                tenant,
                about,
                now,
                triesNow,
                troubleNow,
                reasonNow,
                settled);
    }
}
