package org.fieldwright.domain.outbox;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.servicetitan.ConnectionChanged;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.PageOf;
import org.fieldwright.domain.shared.UseCase;

/** What is waiting, failed and done; a person has a parked effect tried once more, or decides that it shall not happen. */
@UseCase
@Transactional
public class WatchOutbox {
    private Outbox outbox;
    private DurableTasks tasks;
    private Clock clock;

    /** For the container's proxy. */
    protected WatchOutbox() {}

    @Inject
    public WatchOutbox(Outbox outbox, DurableTasks tasks, Clock clock) {
        this.outbox = outbox;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Newest first; in any state when empty. */
    @Requires(Permission.MANAGE_SERVICETITAN)
    public PageOf<Entry> list(Optional<Entry.State> state, int first, int max) {
        return new PageOf<>(outbox.list(state, first, max), first, outbox.count(state));
    }

    @Requires(Permission.MANAGE_SERVICETITAN)
    public int count(Entry.State state) {
        return outbox.count(Optional.of(state));
    }

    /** Tries it now. */
    @Requires(Permission.MANAGE_SERVICETITAN)
    public void retry(UUID key) {
        Entry entry = open(key);
        outbox.update(entry.retried(clock.instant()));
        tasks.submit(SendOut.KIND, entry.lane());
    }

    /** It shall not happen; the next one of its lane goes on. */
    @Requires(Permission.MANAGE_SERVICETITAN)
    public void dismiss(UUID key) {
        Entry entry = open(key);
        outbox.update(entry.dismissed(clock.instant()));
        tasks.submit(SendOut.KIND, entry.lane());
    }

    private Entry open(UUID key) {
        return outbox.find(key)
                .filter(entry -> entry.state() == Entry.State.PARKED || entry.state() == Entry.State.WAITING)
                .orElseThrow(() -> new FaultException(
                        Fault.GONE, "It is done or dismissed already. Load the page again to see how it stands."));
    }

    /** With another connection, what was parked because of the old one is tried at once. */
    void tryAgain(@Observes ConnectionChanged changed) {
        outbox.parkedForTheConnection().forEach(entry -> {
            outbox.update(entry.retried(clock.instant()));
            tasks.submit(SendOut.KIND, entry.lane());
        });
    }
}
