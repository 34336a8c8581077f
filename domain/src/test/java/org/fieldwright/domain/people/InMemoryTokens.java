package org.fieldwright.domain.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tokens without a database. */
public class InMemoryTokens implements Tokens {
    private final Map<String, ApiToken> tokens = new HashMap<>();

    @Override
    public void add(ApiToken token, String sha256) {
        tokens.put(sha256, token);
    }

    @Override
    public Optional<ApiToken> findByHash(String sha256) {
        return Optional.ofNullable(tokens.get(sha256));
    }

    @Override
    public List<ApiToken> of(UUID person) {
        return tokens.values().stream()
                .filter(token -> token.person().equals(person))
                .sorted(Comparator.comparing(ApiToken::createdAt).reversed())
                .toList();
    }

    @Override
    public void used(UUID token, Instant at) {
        tokens.replaceAll((hash, kept) -> kept.id().equals(token)
                ? new ApiToken(
                        kept.id(), kept.person(), kept.name(), kept.createdAt(), kept.expiresAt(), Optional.of(at))
                : kept);
    }

    @Override
    public void remove(UUID token, UUID person) {
        tokens.values()
                .removeIf(kept -> kept.id().equals(token) && kept.person().equals(person));
    }

    @Override
    public void removeAllOf(UUID person) {
        tokens.values().removeIf(kept -> kept.person().equals(person));
    }

    @Override
    public void removeExpired(Instant now) {
        tokens.values().removeIf(kept -> kept.isExpired(now));
    }
}
