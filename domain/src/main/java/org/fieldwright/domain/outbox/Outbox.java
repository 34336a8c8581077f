package org.fieldwright.domain.outbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps effects until they are delivered, and what became of them. */
public interface Outbox {
    /**
     * Adds an effect, in the running transaction.
     *
     * @param entry the same key twice is the same effect: the second is ignored
     * @return whether it is new
     */
    boolean add(Entry entry);

    Optional<Entry> find(UUID key);

    /** The oldest entry of a lane that is neither done nor dismissed, whatever its state. */
    Optional<Entry> head(String lane);

    /** Counts a try; says false when it is not to be tried any more. */
    boolean begin(UUID key);

    void update(Entry entry);

    /** Lanes in which something waits. */
    List<String> openLanes();

    /** Parked because of the credentials or the address, not because of what they are. */
    List<Entry> parkedForTheConnection();

    /** Entries in a state, newest first; all states when empty. */
    List<Entry> list(Optional<Entry.State> state, int first, int max);

    int count(Optional<Entry.State> state);
}
