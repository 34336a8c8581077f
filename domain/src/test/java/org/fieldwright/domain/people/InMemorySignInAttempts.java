package org.fieldwright.domain.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tries to sign in, without a database. */
public class InMemorySignInAttempts implements SignInAttempts {
    private final Map<String, Attempt> attempts = new HashMap<>();

    @Override
    public Attempt begin(String email, Instant now) {
        Attempt before = attempts.getOrDefault(email, Attempt.none(now));
        attempts.put(email, before.counted(now));
        return before;
    }

    @Override
    public Optional<Attempt> find(String email) {
        return Optional.ofNullable(attempts.get(email));
    }

    @Override
    public void forget(String email) {
        attempts.remove(email);
    }

    @Override
    public void forgetBefore(Instant time) {
        attempts.values().removeIf(attempt -> attempt.lastAt().isBefore(time));
    }
}
