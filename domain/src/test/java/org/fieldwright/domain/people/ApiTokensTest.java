package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.MapConfig;
import org.fieldwright.domain.shared.MovingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTokensTest {
    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemoryTokens store = new InMemoryTokens();
    private final MovingClock clock = MovingClock.at(Accounts.NOON);
    private final Account rosa = Accounts.of("Rosa", Role.TECHNICIAN);
    private final PeopleSettings settings = PeopleSettings.from(new MapConfig(Map.of()));
    private final ApiTokens tokens = new ApiTokens(store, people, () -> Optional.of(rosa.person()), settings, clock);

    @BeforeEach
    void rosa_is_here() {
        people.add(rosa);
    }

    @Test
    void a_token_stands_for_its_owner() {
        ApiTokens.Issued issued = tokens.issue("launcher", Optional.empty());

        assertThat(tokens.recognise(issued.secret())).contains(rosa.person());
        assertThat(tokens.mine()).hasSize(1);
        assertThat(tokens.mine().getFirst().lastUsed()).contains(Accounts.NOON);
    }

    @Test
    void the_secret_has_256_random_bits_and_is_kept_as_a_hash_only() {
        ApiTokens.Issued issued = tokens.issue("launcher", Optional.empty());

        assertThat(issued.secret()).matches("fwt_[A-Za-z0-9_-]{43}");
        assertThat(tokens.issue("another", Optional.empty()).secret()).isNotEqualTo(issued.secret());
        assertThat(store.findByHash(issued.secret())).isEmpty();
        assertThat(issued.toString()).doesNotContain(issued.secret());
    }

    @Test
    void nothing_else_stands_for_anybody() {
        String secret = tokens.issue("launcher", Optional.empty()).secret();

        assertThat(tokens.recognise("")).isEmpty();
        assertThat(tokens.recognise(secret + "x")).isEmpty();
        assertThat(tokens.recognise(secret.substring(4))).isEmpty();
    }

    @Test
    void an_expired_token_opens_nothing() {
        String secret = tokens.issue("launcher", Optional.empty()).secret();
        clock.passes(settings.tokenLifetime());

        assertThat(tokens.recognise(secret)).isEmpty();
    }

    @Test
    void a_token_lives_as_long_as_asked_and_no_longer_than_this_server_allows() {
        ApiTokens.Issued aDay = tokens.issue("launcher", Optional.of(Duration.ofDays(1)));

        assertThat(aDay.token().expiresAt()).isEqualTo(Accounts.NOON.plus(Duration.ofDays(1)));
        assertThat(tokens.issue("another", Optional.empty()).token().expiresAt())
                .isEqualTo(Accounts.NOON.plus(settings.tokenLifetime()));
        for (Duration refused : List.of(Duration.ofDays(31), Duration.ZERO, Duration.ofDays(-1))) {
            assertThatExceptionOfType(FaultException.class)
                    .isThrownBy(() -> tokens.issue("launcher", Optional.of(refused)))
                    .satisfies(fault -> assertThat(fault.fault()).isEqualTo(Fault.INVALID));
        }
    }

    @Test
    void the_lifetimes_to_choose_from_end_with_the_longest_allowed() {
        assertThat(tokens.lifetimes()).containsExactly(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
    }

    @Test
    void a_revoked_token_opens_nothing() {
        ApiTokens.Issued issued = tokens.issue("launcher", Optional.empty());

        tokens.revoke(issued.token().id());

        assertThat(tokens.recognise(issued.secret())).isEmpty();
    }

    @Test
    void a_disabled_owners_token_opens_nothing() {
        String secret = tokens.issue("launcher", Optional.empty()).secret();
        people.update(people.find(rosa.person().id()).orElseThrow().disabled());

        assertThat(tokens.recognise(secret)).isEmpty();
    }

    @Test
    void use_is_noted_once_a_minute_at_most() {
        String secret = tokens.issue("launcher", Optional.empty()).secret();
        tokens.recognise(secret);
        clock.passes(Duration.ofSeconds(59));
        tokens.recognise(secret);
        assertThat(tokens.mine().getFirst().lastUsed()).contains(Accounts.NOON);

        clock.passes(Duration.ofSeconds(2));
        tokens.recognise(secret);

        assertThat(tokens.mine().getFirst().lastUsed()).contains(clock.instant());
    }
}
