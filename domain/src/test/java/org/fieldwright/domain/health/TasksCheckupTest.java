package org.fieldwright.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.fieldwright.domain.manual.InMemoryManualLibrary;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.Manuals;
import org.fieldwright.domain.manual.ReadingProblem;
import org.fieldwright.domain.shared.DurableTasks.Backlog;
import org.fieldwright.domain.shared.RecordedTasks;
import org.junit.jupiter.api.Test;

class TasksCheckupTest implements CheckupContract {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final RecordedTasks tasks = new RecordedTasks();
    private final InMemoryManualLibrary library = new InMemoryManualLibrary();
    private final TasksCheckup checkup = new TasksCheckup(tasks, library, Clock.fixed(NOW, ZoneOffset.UTC));

    @Override
    public Checkup checkup() {
        return checkup;
    }

    @Test
    void nothing_to_do_is_good() {
        Finding found = checkup.look();

        assertThat(found.condition()).isEqualTo(Condition.GOOD);
        assertThat(found.sentence()).contains("Nothing waits");
    }

    @Test
    void work_that_goes_on_is_good_and_told_in_figures() {
        tasks.say(new Backlog(7, 2, 0, waitingFor(Duration.ofMinutes(50))));

        Finding found = checkup.look();

        assertThat(found.condition()).isEqualTo(Condition.GOOD);
        assertThat(found.facts())
                .contains(
                        new Finding.Fact("waiting", "7"),
                        new Finding.Fact("running", "2"),
                        new Finding.Fact("oldest waiting", "50 min"));
    }

    @Test
    void work_that_nobody_takes_is_bad() {
        tasks.say(new Backlog(1, 0, 0, waitingFor(Duration.ofMinutes(5))));

        Finding found = checkup.look();

        assertThat(found.condition()).isEqualTo(Condition.BAD);
        assertThat(found.sentence()).isEqualTo("Work has been waiting for 5 min, and nobody takes it.");
    }

    @Test
    void work_that_was_just_asked_for_is_not_stuck() {
        tasks.say(new Backlog(1, 0, 0, waitingFor(Duration.ofMinutes(4))));

        assertThat(checkup.look().condition()).isEqualTo(Condition.GOOD);
    }

    @Test
    void work_that_failed_and_will_be_tried_again_is_a_warning() {
        tasks.say(new Backlog(3, 1, 2, waitingFor(Duration.ofMinutes(1))));

        Finding found = checkup.look();

        assertThat(found.condition()).isEqualTo(Condition.WARN);
        assertThat(found.sentence()).startsWith("2 tasks failed");
    }

    @Test
    void a_long_queue_is_a_warning() {
        tasks.say(new Backlog(300, 2, 0, waitingFor(Duration.ofHours(3))));

        Finding found = checkup.look();

        assertThat(found.condition()).isEqualTo(Condition.WARN);
        assertThat(found.advice()).contains("fieldwright.tasks.threads");
    }

    @Test
    void a_manual_that_could_not_be_read_is_a_warning() {
        Manual manual = Manuals.waiting("Furnace", Manuals.sha256(1));
        library.add(manual.failed(ReadingProblem.ENCRYPTED, "", NOW));

        Finding found = checkup.look();

        assertThat(found.condition()).isEqualTo(Condition.WARN);
        assertThat(found.sentence()).isEqualTo("1 manual could not be read.");
    }

    private static Optional<Instant> waitingFor(Duration time) {
        return Optional.of(NOW.minus(time));
    }
}
