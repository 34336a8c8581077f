package org.fieldwright.domain.shared.dbscheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.DurableTasksContract;
import org.fieldwright.domain.shared.TaskHandler;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DbSchedulerTasksTest implements DurableTasksContract {
    private static final TaskSettings SETTINGS = new TaskSettings(2, Duration.ofMillis(100));

    private final DataSource dataSource = TestDatabase.fresh();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private DbSchedulerTasks tasks = with(new Hearing("note"));

    @AfterEach
    void stop() {
        tasks.stop();
    }

    @Test
    void work_is_done_once_however_often_it_is_asked_for() throws InterruptedException {
        tasks.submit("note", "a");
        tasks.submit("note", "a");
        tasks.submit("note", "b");

        tasks.start(Executors.defaultThreadFactory());

        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("a", "b");
        assertThat(heard.poll(500, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void work_asked_for_while_the_same_is_running_is_done_once_more_after_it() throws InterruptedException {
        Holding holding = new Holding();
        tasks = with(holding);
        tasks.submit("hold", "a");
        tasks.start(Executors.defaultThreadFactory());
        assertThat(next()).isEqualTo("begun a");

        tasks.submit("hold", "a");
        tasks.submit("hold", "a");
        assertThat(heard.poll(500, TimeUnit.MILLISECONDS)).isNull();
        holding.go.release(2);

        assertThat(List.of(next(), next(), next())).containsExactly("ended a", "begun a", "ended a");
        assertThat(heard.poll(500, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void work_for_later_waits_for_its_time_and_is_brought_forward() throws InterruptedException {
        Instant nextYear = Instant.now().plus(Duration.ofDays(365));
        tasks.submit("note", "a", nextYear);
        tasks.submit("note", "b", nextYear);
        tasks.start(Executors.defaultThreadFactory());
        assertThat(heard.poll(500, TimeUnit.MILLISECONDS)).isNull();
        assertThat(tasks.backlog().waiting()).isZero();

        tasks.submit("note", "b", nextYear.plusSeconds(60));
        tasks.submit("note", "a");

        assertThat(next()).isEqualTo("a");
        assertThat(heard.poll(500, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void work_asked_for_before_a_restart_is_done_after_it() throws InterruptedException {
        tasks.submit("note", "a");
        tasks.stop();

        tasks = with(new Hearing("note"));
        tasks.start(Executors.defaultThreadFactory());

        assertThat(next()).isEqualTo("a");
    }

    @Test
    void work_that_fails_is_tried_again_and_does_not_hold_up_other_work() throws InterruptedException {
        tasks = with(new Failing(), new Hearing("note"));
        tasks.submit("fail", "x");
        tasks.start(Executors.defaultThreadFactory());
        assertThat(next()).isEqualTo("failing x");

        tasks.submit("note", "b");

        assertThat(next()).isEqualTo("b");
        assertThat(new Jdbc(dataSource)
                        .first(
                                "select execution_time > now() from scheduled_tasks where task_name = 'fail'",
                                row -> row.getBoolean(1)))
                .contains(true);
    }

    @Override
    public DurableTasks tasks() {
        return tasks;
    }

    @Test
    void work_under_way_is_counted_apart_from_work_that_waits() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        tasks = new DbSchedulerTasks(
                dataSource,
                List.of(new Waiting(release)),
                Clock.systemUTC(),
                new TaskSettings(1, Duration.ofMillis(100)));
        tasks.submit("slow", "a");
        tasks.submit("slow", "b");
        tasks.start(Executors.defaultThreadFactory());
        String begun = next();

        DurableTasks.Backlog backlog = tasks.backlog();
        release.countDown();

        assertThat(begun).startsWith("waiting");
        assertThat(backlog.running()).isEqualTo(1);
        assertThat(backlog.waiting()).isEqualTo(1);
        assertThat(backlog.failing()).isZero();
    }

    @Test
    void work_of_a_server_that_was_killed_counts_as_waiting_and_failed_work_as_failing() {
        tasks.submit("note", "killed");
        tasks.submit("note", "failed");
        Jdbc jdbc = new Jdbc(dataSource);
        jdbc.update("update scheduled_tasks set picked = true, last_heartbeat = now() - interval '1 hour'"
                + " where task_instance = 'killed'");
        jdbc.update("update scheduled_tasks set consecutive_failures = 2, execution_time = now() + interval '1 hour'"
                + " where task_instance = 'failed'");

        DurableTasks.Backlog backlog = tasks.backlog();

        assertThat(backlog.waiting()).isEqualTo(2);
        assertThat(backlog.running()).isZero();
        assertThat(backlog.failing()).isEqualTo(1);
        assertThat(backlog.oldest()).isPresent();
    }

    @Test
    void settings_out_of_range_are_refused_with_their_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaskSettings(0, Duration.ofSeconds(1)))
                .withMessageContaining("fieldwright.tasks.threads");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaskSettings(1, Duration.ofMillis(1)))
                .withMessageContaining("fieldwright.tasks.poll-every");
    }

    private String next() throws InterruptedException {
        return heard.poll(30, TimeUnit.SECONDS);
    }

    private DbSchedulerTasks with(TaskHandler... handlers) {
        return new DbSchedulerTasks(dataSource, List.of(handlers), Clock.systemUTC(), SETTINGS);
    }

    private class Hearing implements TaskHandler {
        private final String kind;

        Hearing(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public void run(String subject) {
            heard.add(subject);
        }

        @Override
        public void gaveUp(String subject) {
            heard.add("gave up " + subject);
        }
    }

    private class Waiting extends Hearing {
        private final CountDownLatch release;

        Waiting(CountDownLatch release) {
            super("slow");
            this.release = release;
        }

        @Override
        public void run(String subject) {
            heard.add("waiting " + subject);
            try {
                release.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Works until it may go on. */
    private final class Holding extends Hearing {
        private final Semaphore go = new Semaphore(0);

        Holding() {
            super("hold");
        }

        @Override
        public void run(String subject) {
            heard.add("begun " + subject);
            go.acquireUninterruptibly();
            heard.add("ended " + subject);
        }
    }

    private class Failing extends Hearing {
        Failing() {
            super("fail");
        }

        @Override
        public void run(String subject) {
            heard.add("failing " + subject);
            throw new IllegalStateException("not today");
        }
    }
}
