package org.fieldwright.domain.shared;

import java.util.ArrayList;
import java.util.List;

/** Remembers what was asked for instead of doing it. */
public class RecordedTasks implements DurableTasks {
    private final List<String> submitted = new ArrayList<>();

    /** {@code kind subject}, in order. */
    public List<String> submitted() {
        return submitted;
    }

    @Override
    public void submit(String kind, String subject) {
        submitted.add(kind + " " + subject);
    }
}
