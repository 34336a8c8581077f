package org.fieldwright.domain.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.fieldwright.domain.shared.DurableTasks;

/** Where a decision leaves its effect. Called inside the transaction of the decision: both are kept, or neither. */
@ApplicationScoped
public class Outgoing {
    private Outbox outbox;
    private DurableTasks tasks;
    private Clock clock;

    /** For the container's proxy. */
    protected Outgoing() {}

    @Inject
    public Outgoing(Outbox outbox, DurableTasks tasks, Clock clock) {
        this.outbox = outbox;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Asks for an effect in ServiceTitan.
     *
     * @param key of the decision: the same key twice is one effect
     * @param lane effects of one lane keep their order, as a rule {@link #job}; at most 90 characters
     * @param why the decision in words without names of customers
     * @param by who decided: a person's e-mail, or the name of a rule
     */
    public void put(UUID key, String lane, Effect effect, String why, String by) {
        if (outbox.add(Entry.decided(key, lane, effect, why, by, clock.instant()))) {
            tasks.submit(SendOut.KIND, lane);
        }
    }

    /** The lane of a job. */
    public static String job(long jobId) {
        return "job " + jobId;
    }
}
