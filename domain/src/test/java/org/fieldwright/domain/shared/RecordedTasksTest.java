package org.fieldwright.domain.shared;

class RecordedTasksTest implements DurableTasksContract {
    private final RecordedTasks tasks = new RecordedTasks();

    @Override
    public DurableTasks tasks() {
        return tasks;
    }
}
