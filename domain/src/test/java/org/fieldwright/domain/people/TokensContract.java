package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Tokens} promises. */
public interface TokensContract {
    Tokens tokens();

    /** Somebody the store accepts as an owner. */
    UUID somebody(String name);

    private ApiToken added(UUID person, int number) {
        Instant created = Accounts.NOON.plusSeconds(number);
        ApiToken token = new ApiToken(
                UUID.randomUUID(), person, "token " + number, created, created.plusSeconds(600), Optional.empty());
        tokens().add(token, OpaqueToken.sha256("secret " + number));
        return token;
    }

    @Test
    default void finds_a_token_by_its_hash_only() {
        ApiToken token = added(somebody("Rosa"), 1);

        assertThat(tokens().findByHash(OpaqueToken.sha256("secret 1"))).contains(token);
        assertThat(tokens().findByHash(OpaqueToken.sha256("secret 2"))).isEmpty();
        assertThat(tokens().findByHash("secret 1")).isEmpty();
    }

    @Test
    default void lists_a_persons_tokens_newest_first() {
        UUID rosa = somebody("Rosa");
        UUID bert = somebody("Bert");
        ApiToken older = added(rosa, 1);
        added(bert, 2);
        ApiToken newer = added(rosa, 3);

        assertThat(tokens().of(rosa)).containsExactly(newer, older);
    }

    @Test
    default void notes_when_a_token_was_used() {
        UUID rosa = somebody("Rosa");
        ApiToken token = added(rosa, 1);

        tokens().used(token.id(), Accounts.NOON.plusSeconds(30));

        assertThat(tokens().of(rosa).getFirst().lastUsed()).contains(Accounts.NOON.plusSeconds(30));
    }

    @Test
    default void removes_ones_own_tokens_and_nobody_elses() {
        UUID rosa = somebody("Rosa");
        UUID bert = somebody("Bert");
        ApiToken first = added(rosa, 1);
        added(rosa, 2);
        ApiToken berts = added(bert, 3);

        tokens().remove(first.id(), rosa);
        tokens().remove(berts.id(), rosa);
        assertThat(tokens().of(rosa)).hasSize(1);
        assertThat(tokens().of(bert)).hasSize(1);

        tokens().removeAllOf(rosa);
        assertThat(tokens().of(rosa)).isEmpty();
        assertThat(tokens().of(bert)).hasSize(1);
    }

    @Test
    default void removes_what_has_expired() {
        UUID rosa = somebody("Rosa");
        added(rosa, 1);
        ApiToken later = added(rosa, 100);

        tokens().removeExpired(Accounts.NOON.plusSeconds(601));

        assertThat(tokens().of(rosa)).containsExactly(later);
    }
}
