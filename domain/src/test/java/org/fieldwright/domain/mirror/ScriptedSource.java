package org.fieldwright.domain.mirror;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.domain.servicetitan.ServiceTitanException;

/** Answers with what the test has laid out, in this order; says nothing more when that is used up. */
public class ScriptedSource implements FeedSource {
    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final Map<String, Copy> single = new HashMap<>();
    private Runnable before = () -> {};

    public ScriptedSource then(Part part) {
        answers.add(part);
        return this;
    }

    public ScriptedSource then(ServiceTitanException failure) {
        answers.add(failure);
        return this;
    }

    /** What happens elsewhere while it is asked. */
    public void meanwhile(Runnable event) {
        before = event;
    }

    /** {@code feed position}, in order. */
    public List<String> asked() {
        return asked;
    }

    public void holds(Kind kind, Copy copy) {
        single.put(kind + " " + copy.id(), copy);
    }

    @Override
    public Part next(Feed feed, String position) {
        asked.add(feed.slug() + " " + position);
        before.run();
        return switch (answers.poll()) {
            case ServiceTitanException failure -> throw failure;
            case Part part -> part;
            case null, default -> new Part(List.of(), List.of(), position, false, false);
        };
    }

    @Override
    public Optional<Copy> read(Kind kind, long id) {
        return Optional.ofNullable(single.get(kind + " " + id));
    }

    @Override
    public boolean readsOne(Kind kind) {
        return true;
    }
}
