package org.fieldwright.domain.outbox;

import static java.lang.System.Logger.Level.INFO;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.fieldwright.domain.servicetitan.Pauses;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.TaskHandler;

/**
 * Delivers the effects of a lane, the oldest first. What may work later waits and holds up its lane alone; what will not work by waiting is
 * parked for a person. No transaction is open while ServiceTitan is asked.
 */
@ApplicationScoped
public class SendOut implements TaskHandler {
    static final String KIND = "outbox.lane";

    private static final System.Logger LOG = System.getLogger(SendOut.class.getName());

    /** With pauses of up to five minutes these are some hours. */
    private static final int MOST_TRIES = 40;

    private Outbox outbox;
    private EffectSender sender;
    private DurableTasks tasks;
    private Clock clock;

    /** For the container's proxy. */
    protected SendOut() {}

    @Inject
    public SendOut(Outbox outbox, EffectSender sender, DurableTasks tasks, Clock clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** A task that was lost with a restored database is asked for again. */
    void goOn(@Observes @Priority(450) ServletContextEvent opened) {
        outbox.openLanes().forEach(lane -> tasks.submit(KIND, lane));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String lane) {
        Optional<Entry> head = outbox.head(lane);
        while (head.isPresent() && head.get().state() == Entry.State.WAITING) {
            Entry entry = head.get();
            if (entry.nextAt().isAfter(clock.instant())) {
                tasks.submit(KIND, lane, entry.nextAt());
                return;
            }
            if (!outbox.begin(entry.key())) {
                return; // a person has just dismissed it
            }
            outbox.update(tried(entry));
            head = outbox.head(lane);
        }
    }

    private Entry tried(Entry entry) {
        try {
            EffectSender.Receipt receipt = sender.send(entry.effect(), entry.key(), entry.tries() > 0);
            return entry.done(receipt.id(), clock.instant());
        } catch (ServiceTitanException failure) {
            LOG.log(
                    INFO,
                    "effect {0}: {1}, trace {2}",
                    entry.key().toString(),
                    failure.trouble().name(),
                    failure.traceId());
            return failed(entry, failure);
        }
    }

    private Entry failed(Entry entry, ServiceTitanException failure) {
        if (failure.trouble().passes() && entry.tries() + 1 < MOST_TRIES) {
            Instant next = clock.instant().plus(Pauses.after(failure, entry.tries()));
            return entry.again(failure.trouble(), failure.getMessage(), failure.traceId(), next);
        }
        return entry.parked(failure.trouble(), failure.getMessage(), failure.traceId());
    }

    @Override
    public void gaveUp(String lane) {
        outbox.head(lane)
                .filter(entry -> entry.state() == Entry.State.WAITING)
                .ifPresent(entry -> outbox.update(entry.parked(
                        Trouble.OUR_FAULT,
                        "Something unexpected went wrong on this server; its log says more. Nobody can say whether it was"
                                + " done: look in ServiceTitan before you try it again.",
                        "")));
    }
}
