package org.fieldwright.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link DurableTasks} promises before any of the work is begun. */
public interface DurableTasksContract {
    DurableTasks tasks();

    @Test
    default void without_work_there_is_no_backlog() {
        DurableTasks.Backlog backlog = tasks().backlog();

        assertThat(backlog.waiting() + backlog.running() + backlog.failing()).isZero();
        assertThat(backlog.oldest()).isEmpty();
    }

    @Test
    default void work_asked_for_twice_waits_once() {
        tasks().submit("note", "a");
        tasks().submit("note", "a");
        tasks().submit("note", "b");

        DurableTasks.Backlog backlog = tasks().backlog();

        assertThat(backlog.waiting()).isEqualTo(2);
        assertThat(backlog.running()).isZero();
        assertThat(backlog.failing()).isZero();
        assertThat(backlog.oldest()).isPresent();
    }
}
