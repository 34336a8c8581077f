package org.fieldwright.domain.shared;

import java.time.Instant;
import java.util.Optional;

/** Work that survives a restart. Submitted inside the transaction that decides it, run after its commit. */
public interface DurableTasks {
    /**
     * Asks for the work to be done once from now on. Submitting the same kind and subject again while it waits is harmless;
     * while it runs, it is done once more after that.
     *
     * @param kind the name of a {@link TaskHandler}
     * @param subject what the work is about, usually an id; at most 100 characters
     */
    void submit(String kind, String subject);

    /**
     * Asks for the work to be done once, not before this moment. What waits already for a later moment is brought forward; what waits for an
     * earlier one stays.
     */
    void submit(String kind, String subject, Instant at);

    /** How much there is to do. */
    Backlog backlog();

    /**
     * Work that is not done yet, on all servers together. What was tried as often as it may is not in it any more.
     *
     * @param waiting due or to be tried again later, and not begun
     * @param running begun by a server that is alive
     * @param failing how many of the waiting ones failed at their last try
     * @param oldest since when the oldest of those that are due has been waiting
     */
    record Backlog(int waiting, int running, int failing, Optional<Instant> oldest) {}
}
