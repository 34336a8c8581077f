package org.fieldwright.domain.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.servicetitan.Trouble;

/**
 * An effect on its way.
 *
 * @param key its own; also what ServiceTitan is told where it can keep a key
 * @param lane effects of the same lane are delivered in their order
 * @param why the decision behind it, in words without names, such as "Suggestion 4711, approved"
 * @param by who decided: a person's e-mail, or the name of a rule
 * @param tries how often it was begun
 * @param nextAt when it is tried (again)
 * @param reason why the last try failed; blank when it did not
 * @param traceId by which ServiceTitan finds that call; blank when unknown
 * @param createdId what was created there; 0 when nothing
 */
public record Entry(
        UUID key,
        String lane,
        Effect effect,
        String why,
        String by,
        Instant decidedAt,
        State state,
        int tries,
        Instant nextAt,
        Optional<Trouble> trouble,
        String reason,
        String traceId,
        long createdId,
        Optional<Instant> doneAt) {
    public Entry {
        requireNonNull(key, "key");
        requireNonNull(lane, "lane");
        requireNonNull(effect, "effect");
        requireNonNull(state, "state");
    }

    /** Where it is. */
    public enum State {
        /** To be tried, or to be tried again. */
        WAITING("Waiting"),
        DONE("Done"),
        /** It needs a person: it will not work by waiting. */
        PARKED("Needs you"),
        /** A person decided that it shall not happen. */
        DISMISSED("Dismissed");

        private final String inWords;

        State(String inWords) {
            this.inWords = inWords;
        }

        public String inWords() {
            return inWords;
        }
    }

    public static Entry decided(UUID key, String lane, Effect effect, String why, String by, Instant now) {
        return new Entry(
                key, lane, effect, why, by, now, State.WAITING, 0, now, Optional.empty(), "", "", 0, Optional.empty());
    }

    public Entry done(long id, Instant now) {
        return new Entry(
                key,
                lane,
                effect,
                why,
                by,
                decidedAt,
                State.DONE,
                tries,
                nextAt,
                Optional.empty(),
                "",
                "",
                id,
                Optional.of(now));
    }

    public Entry again(Trouble why, String sentence, String trace, Instant next) {
        return after(State.WAITING, Optional.of(why), sentence, trace, next);
    }

    public Entry parked(Trouble why, String sentence, String trace) {
        return after(State.PARKED, Optional.of(why), sentence, trace, nextAt);
    }

    /** A person wants it tried once more. */
    public Entry retried(Instant now) {
        return after(State.WAITING, trouble, reason, traceId, now);
    }

    public Entry dismissed(Instant now) {
        return new Entry(
                key,
                lane,
                effect,
                why,
                by,
                decidedAt,
                State.DISMISSED,
                tries,
                nextAt,
                trouble,
                reason,
                traceId,
                createdId,
                Optional.of(now));
    }

    private Entry after(State now, Optional<Trouble> trouble, String sentence, String trace, Instant next) {
        return new Entry(
                key, lane, effect, why, by, decidedAt, now, tries, next, trouble, sentence, trace, createdId, doneAt);
    }
}
