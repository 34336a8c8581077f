package org.fieldwright.domain.shared.dbscheduler;

import static java.lang.System.Logger.Level.WARNING;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.TaskHandler;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** db-scheduler with the handlers the house has. */
@ApplicationScoped
class DbSchedulerTasks implements DurableTasks {
    private static final System.Logger LOG = System.getLogger(DbSchedulerTasks.class.getName());

    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    /** A node that was killed is missed after 20 seconds; then another one takes over its work. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final int MISSED_HEARTBEATS = 4;

    /** Ends the id of work that was asked for while the same work was running; it waits for that one's end. */
    private static final String AGAIN = " again";

    private DataSource dataSource;
    private Iterable<TaskHandler> handlers;
    private Clock clock;
    private TaskSettings settings;
    private Jdbc jdbc;
    private SchedulerClient client;
    private Scheduler scheduler;

    @Resource
    private ManagedThreadFactory managedThreads;

    /** For the container's proxy. */
    protected DbSchedulerTasks() {}

    @Inject
    DbSchedulerTasks(DataSource dataSource, @Any Instance<TaskHandler> handlers, Clock clock, Config config) {
        this(dataSource, handlers, clock, TaskSettings.from(config));
    }

    DbSchedulerTasks(DataSource dataSource, Iterable<TaskHandler> handlers, Clock clock, TaskSettings settings) {
        this.dataSource = dataSource;
        this.handlers = handlers;
        this.clock = clock;
        this.settings = settings;
        this.jdbc = new Jdbc(dataSource);
        this.client = SchedulerClient.Builder.create(dataSource).build();
    }

    void startWithTheServer(@Observes @Priority(400) ServletContextEvent opened) {
        start(managedThreads);
    }

    void start(ThreadFactory threads) {
        List<Task<?>> tasks = new java.util.ArrayList<>();
        handlers.forEach(handler -> tasks.add(task(handler)));
        scheduler = Scheduler.create(dataSource, tasks)
                .threads(settings.threads())
                .pollingInterval(settings.pollEvery())
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .pollUsingLockAndFetch(0.5, 1.0)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .failureLogging(LogLevel.OFF, false)
                .executorService(Executors.newFixedThreadPool(settings.threads(), threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(3, threads))
                .build();
        scheduler.start();
    }

    @PreDestroy
    void stop() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    @Override
    public void submit(String kind, String subject) {
        submit(kind, subject, clock.instant());
    }

    @Override
    public void submit(String kind, String subject, Instant at) {
        TaskInstance<Void> work = new TaskInstance<>(kind, subject);
        while (!client.scheduleIfNotExists(work, at)) {
            Optional<ScheduledExecution<Object>> there = client.getScheduledExecution(work);
            if (there.isPresent()) {
                if (there.get().isPicked()) { // it may be past what this is about
                    sooner(new TaskInstance<>(kind, subject + AGAIN), at);
                } else if (there.get().getExecutionTime().isAfter(at)) {
                    client.reschedule(work, at);
                }
                return;
            }
        }
    }

    private void sooner(TaskInstance<Void> again, Instant at) {
        boolean later = !client.scheduleIfNotExists(again, at)
                && client.getScheduledExecution(again)
                        .filter(there -> !there.isPicked())
                        .filter(there -> there.getExecutionTime().isAfter(at))
                        .isPresent();
        if (later) {
            client.reschedule(again, at);
        }
    }

    /** A task whose server was killed counts as waiting: another one will take it over. */
    @Override
    public Backlog backlog() {
        Instant now = clock.instant();
        Instant alive = now.minus(HEARTBEAT.multipliedBy(MISSED_HEARTBEATS));
        return jdbc.query("""
                        with task as (
                            select execution_time, consecutive_failures, coalesce(picked and last_heartbeat >= ?, false) as running
                            from scheduled_tasks)
                        select count(*) filter (where not running and (execution_time <= ? or consecutive_failures > 0)), count(*) filter (where running),
                            count(*) filter (where not running and consecutive_failures > 0),
                            min(execution_time) filter (where not running and execution_time <= ?)
                        from task
                        """, DbSchedulerTasks::backlog, alive, now, now).getFirst();
    }

    private static Backlog backlog(ResultSet row) throws SQLException {
        return new Backlog(row.getInt(1), row.getInt(2), row.getInt(3), Jdbc.instant(row, 4));
    }

    private Task<Void> task(TaskHandler handler) {
        return Tasks.custom(handler.kind(), Void.class)
                .onFailure((complete, operations) -> failed(handler, complete, operations))
                .execute((instance, context) -> run(handler, instance.getId()));
    }

    private CompletionHandler<Void> run(TaskHandler handler, String id) {
        String subject = subject(id);
        boolean another = !id.equals(subject)
                && client.getScheduledExecution(new TaskInstance<Void>(handler.kind(), subject))
                        .isPresent();
        if (another) {
            return (complete, operations) ->
                    operations.reschedule(complete, complete.getTimeDone().plus(settings.pollEvery()));
        }
        handler.run(subject);
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private static String subject(String id) {
        return id.endsWith(AGAIN) ? id.substring(0, id.length() - AGAIN.length()) : id;
    }

    private void failed(TaskHandler handler, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        String subject = subject(complete.getExecution().getId());
        int failures = complete.getExecution().consecutiveFailures + 1;
        Throwable cause = complete.getCause().orElse(null);
        LOG.log(WARNING, "task " + handler.kind() + " " + subject + " failed, try " + failures, cause);
        if (failures >= TRIES) {
            handler.gaveUp(subject);
            operations.stop();
        } else {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << (2 * (failures - 1)));
            operations.reschedule(complete, complete.getTimeDone().plus(pause));
        }
    }
}
