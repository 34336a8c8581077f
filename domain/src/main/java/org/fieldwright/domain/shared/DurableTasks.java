package org.fieldwright.domain.shared;

/** Work that survives a restart. Submitted inside the transaction that decides it, run after its commit. */
public interface DurableTasks {
    /**
     * Asks for the work to be done once. Submitting the same kind and subject again while it waits is harmless.
     *
     * @param kind the name of a {@link TaskHandler}
     * @param subject what the work is about, usually an id; at most 100 characters
     */
    void submit(String kind, String subject);
}
