package org.fieldwright.domain.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers what was asked for instead of doing it. */
public class RecordedTasks implements DurableTasks {
    /** When everything was submitted. */
    public static final Instant SUBMITTED = Instant.parse("2026-03-02T12:00:00Z");

    private Optional<Backlog> told = Optional.empty();
    private final List<String> submitted = new ArrayList<>();
    private final Map<String, Instant> moments = new HashMap<>();

    /** {@code kind subject}, in order. */
    public List<String> submitted() {
        return submitted;
    }

    /** What it says when asked how much there is to do; by itself, that nothing was begun. */
    public void say(Backlog changed) {
        told = Optional.of(changed);
    }

    @Override
    public Backlog backlog() {
        int waiting = Math.toIntExact(submitted.stream().distinct().count());
        return told.orElse(new Backlog(waiting, 0, 0, waiting == 0 ? Optional.empty() : Optional.of(SUBMITTED)));
    }

    @Override
    public void submit(String kind, String subject) {
        submitted.add(kind + " " + subject);
    }

    @Override
    public void submit(String kind, String subject, Instant at) {
        submit(kind, subject);
        moments.put(kind + " " + subject, at);
    }

    /** When the work was last asked for, where a moment was given. */
    public Optional<Instant> when(String kind, String subject) {
        return Optional.ofNullable(moments.get(kind + " " + subject));
    }
}
