package org.fieldwright.domain.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** Does what it is asked, unless the test has laid out failures. */
public class ScriptedSender implements EffectSender {
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();

    public ScriptedSender fails(RuntimeException failure) {
        failures.add(failure);
        return this;
    }

    /** The effects in words, "again: " before those that were tried before. */
    public List<String> sent() {
        return sent;
    }

    @Override
    public Receipt send(Effect effect, UUID key, boolean again) {
        sent.add((again ? "again: " : "") + effect.inWords());
        if (!failures.isEmpty()) {
            throw failures.poll();
        }
        return new Receipt(sent.size(), again);
    }
}
