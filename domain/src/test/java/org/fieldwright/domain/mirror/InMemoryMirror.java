package org.fieldwright.domain.mirror;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fieldwright.domain.servicetitan.Trouble;

/** A mirror for tests. */
public class InMemoryMirror implements Mirror {
    private record Held(Copy copy, Instant readAt) {}

    private final Map<Kind, Map<Long, Held>> copies = new EnumMap<>(Kind.class);
    private final Map<Feed, FeedState> states = new EnumMap<>(Feed.class);
    private final Map<Feed, Instant> rounds = new EnumMap<>(Feed.class);
    private final List<PutAside> aside = new ArrayList<>();

    @Override
    public int keep(Feed feed, FeedSource.Part part, Instant now) {
        FeedState before = feed(feed);
        if (before.position().equals(FeedSource.BEGINNING)) {
            rounds.put(feed, now);
        }
        int changed = 0;
        for (Copy copy : part.copies()) {
            changed += put(feed.kind(), copy, now);
        }
        part.unreadable()
                .forEach(row -> aside.addFirst(new PutAside(feed, Optional.empty(), row.json(), row.reason(), now)));
        states.put(
                feed,
                new FeedState(
                        feed,
                        before.running(),
                        part.position(),
                        before.records() + part.copies().size(),
                        before.startedAt(),
                        part.more() ? before.caughtUpAt() : Optional.of(now),
                        Optional.of(now),
                        0,
                        Optional.empty(),
                        "",
                        before.nextAt()));
        return part.whole() ? changed + forgetMissing(feed, now) : changed;
    }

    private int forgetMissing(Feed feed, Instant now) {
        int gone = 0;
        for (Map.Entry<Long, Held> entry : of(feed.kind()).entrySet()) {
            if (entry.getValue().readAt().isBefore(rounds.get(feed))
                    && entry.getValue().copy().active()) {
                entry.setValue(new Held(inactive(entry.getValue().copy()), now));
                gone++;
            }
        }
        return gone;
    }

    @Override
    public void keep(Kind kind, Copy copy, Instant now) {
        put(kind, copy, now);
    }

    private int put(Kind kind, Copy copy, Instant now) {
        Held before = of(kind).get(copy.id());
        boolean older = before != null
                && before.copy().modifiedOn().isPresent()
                && copy.modifiedOn().isPresent()
                && copy.modifiedOn().get().isBefore(before.copy().modifiedOn().get());
        if (older) {
            return 0;
        }
        of(kind).put(copy.id(), new Held(copy, now));
        boolean same = before != null
                && before.copy().active() == copy.active()
                && before.copy().json().equals(copy.json());
        return same ? 0 : 1;
    }

    @Override
    public void gone(Kind kind, long id, Instant now) {
        of(kind).computeIfPresent(id, (same, held) -> new Held(inactive(held.copy()), now));
    }

    private static Copy inactive(Copy copy) {
        return new Copy(copy.id(), false, copy.modifiedOn(), copy.json());
    }

    @Override
    public Optional<Copy> find(Kind kind, long id) {
        return Optional.ofNullable(of(kind).get(id)).map(Held::copy);
    }

    @Override
    public Map<Kind, Integer> counts() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        copies.forEach((kind, held) -> counts.put(
                kind,
                Math.toIntExact(held.values().stream()
                        .filter(row -> row.copy().active())
                        .count())));
        return counts;
    }

    @Override
    public List<FeedState> feeds() {
        return Stream.of(Feed.values()).map(this::feed).toList();
    }

    @Override
    public FeedState feed(Feed feed) {
        return states.getOrDefault(feed, FeedState.untouched(feed));
    }

    @Override
    public void run(Feed feed, Instant now) {
        change(
                feed,
                state -> new FeedState(
                        feed,
                        true,
                        state.position(),
                        state.records(),
                        state.startedAt().or(() -> Optional.of(now)),
                        state.caughtUpAt(),
                        state.readAt(),
                        0,
                        Optional.empty(),
                        "",
                        Optional.of(now)));
    }

    @Override
    public void pause(Feed feed) {
        change(
                feed,
                state -> new FeedState(
                        feed,
                        false,
                        state.position(),
                        state.records(),
                        state.startedAt(),
                        state.caughtUpAt(),
                        state.readAt(),
                        state.failures(),
                        state.trouble(),
                        state.reason(),
                        Optional.empty()));
    }

    @Override
    public void failed(Feed feed, Trouble why, String reason, Instant next) {
        change(
                feed,
                state -> new FeedState(
                        feed,
                        state.running(),
                        state.position(),
                        state.records(),
                        state.startedAt(),
                        state.caughtUpAt(),
                        state.readAt(),
                        state.failures() + 1,
                        Optional.of(why),
                        reason,
                        Optional.of(next)));
    }

    @Override
    public void resting(Feed feed, Instant next) {
        change(
                feed,
                state -> new FeedState(
                        feed,
                        state.running(),
                        state.position(),
                        state.records(),
                        state.startedAt(),
                        state.caughtUpAt(),
                        state.readAt(),
                        state.failures(),
                        state.trouble(),
                        state.reason(),
                        Optional.of(next)));
    }

    @Override
    public void rewind(Feed feed, Instant now) {
        change(
                feed,
                state -> new FeedState(
                        feed,
                        state.running(),
                        FeedSource.BEGINNING,
                        0,
                        Optional.of(now),
                        Optional.empty(),
                        state.readAt(),
                        state.failures(),
                        state.trouble(),
                        state.reason(),
                        state.nextAt()));
    }

    private void change(Feed feed, UnaryOperator<FeedState> change) {
        states.put(feed, change.apply(feed(feed)));
    }

    @Override
    public List<PutAside> putAside(int first, int max) {
        return aside.stream().skip(first).limit(max).toList();
    }

    @Override
    public int countPutAside() {
        return aside.size();
    }

    private Map<Long, Held> of(Kind kind) {
        return copies.computeIfAbsent(kind, none -> new HashMap<>());
    }
}
