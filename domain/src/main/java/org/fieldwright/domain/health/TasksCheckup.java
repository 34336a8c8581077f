package org.fieldwright.domain.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.fieldwright.domain.manual.ManualLibrary;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.InWords;

/** Whether durable work goes on, and what came of the manuals it was about. */
@ApplicationScoped
class TasksCheckup implements Checkup {
    /** A task that nobody takes for so long although nobody is busy is not going to be taken. */
    private static final Duration STUCK = Duration.ofMinutes(5);

    private static final Duration LONG = Duration.ofHours(1);

    private DurableTasks tasks;
    private ManualLibrary library;
    private Clock clock;

    /** For the container's proxy. */
    protected TasksCheckup() {}

    @Inject
    TasksCheckup(DurableTasks tasks, ManualLibrary library, Clock clock) {
        this.tasks = tasks;
        this.library = library;
        this.clock = clock;
    }

    @Override
    public Part part() {
        return Part.TASKS;
    }

    @Override
    public Finding look() {
        DurableTasks.Backlog backlog = tasks.backlog();
        int unread = library.holdings().failed();
        Duration waited = backlog.oldest()
                .map(due -> Duration.between(due, clock.instant()))
                .orElse(Duration.ZERO);
        return judged(backlog, unread, waited)
                .with("waiting", backlog.waiting())
                .with("running", backlog.running())
                .with("tried again", backlog.failing())
                .with("oldest waiting", backlog.oldest().isEmpty() ? "none" : InWords.duration(waited))
                .with("failed manuals", unread);
    }

    private static Finding judged(DurableTasks.Backlog backlog, int unread, Duration waited) {
        if (backlog.running() == 0 && waited.compareTo(STUCK) >= 0) {
            return Finding.bad(
                    Part.TASKS,
                    "Work has been waiting for " + InWords.duration(waited) + ", and nobody takes it.",
                    "Start the portal again. Nothing of the work is lost.");
        }
        if (backlog.failing() > 0) {
            return Finding.warn(
                    Part.TASKS,
                    InWords.count(backlog.failing(), "task") + " failed and will be tried again.",
                    "Wait some minutes: after four tries a manual is marked as failed. The log says what stood in the way.");
        }
        if (waited.compareTo(LONG) >= 0) {
            return Finding.warn(
                    Part.TASKS,
                    "The queue is long: its oldest task has been waiting for " + InWords.duration(waited) + ".",
                    "Wait, or give the server more cores and raise fieldwright.tasks.threads.");
        }
        if (unread > 0) {
            return Finding.warn(
                    Part.TASKS,
                    InWords.count(unread, "manual") + " could not be read.",
                    "The list of manuals says why for each, and what to do.");
        }
        return Finding.good(
                Part.TASKS,
                backlog.waiting() + backlog.running() == 0
                        ? "All manuals have been read. Nothing waits."
                        : "Manuals are being read.");
    }
}
