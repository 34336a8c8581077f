package org.fieldwright.domain.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.shared.PageOf;

/** Keeps events from the moment they come, each occurrence once, and how many were turned away at the door. */
public interface ReceivedEvents {
    /**
     * Keeps an event, unless the same occurrence is here: then that one has come once more.
     *
     * @return the one that was here, with this delivery counted; empty when it is new
     */
    Optional<ReceivedEvent> add(ReceivedEvent event);

    Optional<ReceivedEvent> find(UUID id);

    /** Replaces state, tries, trouble, reason and when it was settled. */
    void update(ReceivedEvent event);

    /** Those that fit, newest first. */
    PageOf<ReceivedEvent> list(EventQuery wanted, int first, int max);

    /** How many there are in each state; none stands for nought. */
    Map<ReceivedEvent.State, Integer> counts();

    /**
     * Forgets what was settled before.
     *
     * @return how many
     */
    int forget(Instant settledBefore);

    /** Counts a delivery that nobody has proven. */
    void turnAway(TurnedAway.Why why, Instant now);

    /** What was turned away, by the last time, newest first. */
    List<TurnedAway> turnedAway();
}
