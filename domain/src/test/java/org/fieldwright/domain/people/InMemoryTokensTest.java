package org.fieldwright.domain.people;

import java.util.UUID;

class InMemoryTokensTest implements TokensContract {
    private final InMemoryTokens tokens = new InMemoryTokens();

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public UUID somebody(String name) {
        return UUID.randomUUID();
    }
}
