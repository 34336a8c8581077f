package org.fieldwright.domain.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An outbox for tests. */
public class InMemoryOutbox implements Outbox {
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public boolean add(Entry entry) {
        return find(entry.key()).isEmpty() && entries.add(entry);
    }

    @Override
    public Optional<Entry> find(UUID key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    @Override
    public Optional<Entry> head(String lane) {
        return entries.stream()
                .filter(entry -> entry.lane().equals(lane))
                .filter(entry -> entry.state() == Entry.State.WAITING || entry.state() == Entry.State.PARKED)
                .findFirst();
    }

    @Override
    public boolean begin(UUID key) {
        Optional<Entry> waiting = find(key).filter(entry -> entry.state() == Entry.State.WAITING);
        waiting.ifPresent(entry -> entries.set(entries.indexOf(entry), tries(entry, entry.tries() + 1)));
        return waiting.isPresent();
    }

    @Override
    public void update(Entry entry) {
        find(entry.key()).ifPresent(before -> entries.set(entries.indexOf(before), tries(entry, before.tries())));
    }

    private static Entry tries(Entry entry, int tries) {
        return new Entry(
                entry.key(),
                entry.lane(),
                entry.effect(),
                entry.why(),
                entry.by(),
                entry.decidedAt(),
                entry.state(),
                tries,
                entry.nextAt(),
                entry.trouble(),
                entry.reason(),
                entry.traceId(),
                entry.createdId(),
                entry.doneAt());
    }

    @Override
    public List<String> openLanes() {
        return entries.stream()
                .filter(entry -> entry.state() == Entry.State.WAITING)
                .map(Entry::lane)
                .distinct()
                .toList();
    }

    @Override
    public List<Entry> parkedForTheConnection() {
        return entries.stream()
                .filter(entry -> entry.state() == Entry.State.PARKED)
                .filter(entry -> entry.trouble().orElseThrow().isOfTheConnection())
                .toList();
    }

    @Override
    public List<Entry> list(Optional<Entry.State> state, int first, int max) {
        return entries.reversed().stream()
                .filter(entry -> state.isEmpty() || state.get() == entry.state())
                .skip(first)
                .limit(max)
                .toList();
    }

    @Override
    public int count(Optional<Entry.State> state) {
        return list(state, 0, Integer.MAX_VALUE).size();
    }
}
