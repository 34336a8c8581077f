package org.fieldwright.domain.shared;

/** Does one kind of durable work. Found by its {@link #kind()}; safe to run twice for one subject. */
public interface TaskHandler {
    String kind();

    /**
     * Does the work. What the user must know of a failure is recorded by the handler itself; an exception that leaves this
     * method means "try again later" and is retried with growing pauses.
     */
    void run(String subject);

    /** The last try failed. Records it where a person sees it. */
    void gaveUp(String subject);
}
