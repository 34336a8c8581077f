package org.fieldwright.domain.people.jpa;

import java.util.UUID;
import org.fieldwright.domain.people.Tokens;
import org.fieldwright.domain.people.TokensContract;

class JpaTokensTest implements TokensContract {
    private final JpaDatabase database = new JpaDatabase();
    private final Tokens tokens = database.port(Tokens.class, JpaTokens::new);

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public UUID somebody(String name) {
        return database.somebody(name);
    }
}
