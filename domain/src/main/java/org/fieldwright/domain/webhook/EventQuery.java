package org.fieldwright.domain.webhook;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a list of events is narrowed to.
 *
 * @param containing part of a type, or the number of a record; blank for all
 */
public record EventQuery(Optional<ReceivedEvent.State> state, String containing) {
    public EventQuery {
        requireNonNull(state, "state");
        containing = containing.strip();
    }

    public static EventQuery all() {
        return new EventQuery(Optional.empty(), "");
    }

    public static EventQuery in(ReceivedEvent.State state) {
        return new EventQuery(Optional.of(state), "");
    }
}
