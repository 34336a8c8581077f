package org.fieldwright.domain.webhook;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.shared.PageOf;

/** Events without a database. */
public class InMemoryReceivedEvents implements ReceivedEvents {
    private final Map<UUID, ReceivedEvent> events = new LinkedHashMap<>();
    private final Map<TurnedAway.Why, TurnedAway> turnedAway = new EnumMap<>(TurnedAway.Why.class);

    @Override
    public Optional<ReceivedEvent> add(ReceivedEvent event) {
        Optional<ReceivedEvent> here = events.values().stream()
                .filter(known -> known.occurrence().equals(event.occurrence()))
                .findFirst()
                .map(known -> come(known, known.deliveries() + 1));
        ReceivedEvent kept = here.orElse(event);
        events.put(kept.id(), kept);
        return here;
    }

    @Override
    public Optional<ReceivedEvent> find(UUID id) {
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public void update(ReceivedEvent event) {
        events.computeIfPresent(event.id(), (id, known) -> come(event, known.deliveries()));
    }

    @Override
    public PageOf<ReceivedEvent> list(EventQuery wanted, int first, int max) {
        List<ReceivedEvent> fitting = events.values().stream()
                .filter(event -> wanted.state().stream().allMatch(event.state()::equals))
                .filter(event -> fits(event, wanted.containing()))
                .sorted(Comparator.comparing(ReceivedEvent::receivedAt)
                        .thenComparing(ReceivedEvent::id)
                        .reversed())
                .toList();
        return new PageOf<>(fitting.stream().skip(first).limit(max).toList(), first, fitting.size());
    }

    private static boolean fits(ReceivedEvent event, String part) {
        return part.isEmpty()
                || event.type().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT))
                || event.about().stream()
                        .anyMatch(mention -> Long.toString(mention.id()).equals(part));
    }

    @Override
    public Map<ReceivedEvent.State, Integer> counts() {
        Map<ReceivedEvent.State, Integer> counts = new EnumMap<>(ReceivedEvent.State.class);
        events.values().forEach(event -> counts.merge(event.state(), 1, Integer::sum));
        return counts;
    }

    @Override
    public int forget(Instant settledBefore) {
        int before = events.size();
        events.values()
                .removeIf(event -> event.settledAt()
                        .filter(at -> at.isBefore(settledBefore))
                        .isPresent());
        return before - events.size();
    }

    @Override
    public void turnAway(TurnedAway.Why why, Instant now) {
        turnedAway.merge(
                why, new TurnedAway(why, 1, now), (one, other) -> new TurnedAway(why, one.count() + 1, other.last()));
    }

    @Override
    public List<TurnedAway> turnedAway() {
        return turnedAway.values().stream()
                .sorted(Comparator.comparing(TurnedAway::last).reversed())
                .toList();
    }

    private static ReceivedEvent come(ReceivedEvent event, int deliveries) {
        return new ReceivedEvent(
                event.id(),
                event.occurrence(),
                event.type(),
                event.happenedAt(),
                event.receivedAt(),
                deliveries,
                event.tenant(),
                event.about(),
                event.state(),
                event.tries(),
                event.trouble(),
                event.reason(),
                event.settledAt());
    }
}
