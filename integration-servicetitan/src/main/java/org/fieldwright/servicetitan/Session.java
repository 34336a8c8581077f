package org.fieldwright.servicetitan;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Timeout;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.fieldwright.domain.servicetitan.Connection;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;

/** Calls over one connection, with its token, until it is changed. */
final class Session {
    private static final int FAILURES = 5;
    private static final int UNAUTHORIZED = 401;

    /** While one tries whether they are well again, the others wait for how that ends. */
    private static final Duration LEAST_REST = Duration.ofSeconds(1);

    private final Connection connection;
    private final Clock clock;
    private final Tokens tokens;
    private final Clients clients;
    private final FailsafeExecutor<Object> inTime;
    private final CircuitBreaker<Object> breaker;
    private volatile Duration theirsAhead = Duration.ZERO;
    private volatile String lastFailure = "";

    /** @param timeout the longest one call may take, its token included */
    Session(Connection connection, Duration timeout, Duration pauseAfterFailures, Clock clock) {
        this.connection = connection;
        this.clock = clock;
        Answers answers = new Answers(theirs -> theirsAhead = Duration.between(clock.instant(), theirs));
        Clients signIn = new Clients(connection.auth(), connection.tenant(), timeout, answers);
        this.tokens = new Tokens(() -> signedIn(signIn), clock);
        this.clients = new Clients(connection.api(), connection.tenant(), timeout, answers, request -> {
            request.getHeaders()
                    .putSingle("Authorization", "Bearer " + tokens.current().text());
            request.getHeaders().putSingle("ST-App-Key", connection.appKey());
        });
        this.inTime = Failsafe.with(Timeout.builder(timeout).withInterrupt().build());
        this.breaker = CircuitBreaker.builder()
                .withFailureThreshold(FAILURES)
                .withDelay(pauseAfterFailures)
                .build();
    }

    Connection connection() {
        return connection;
    }

    /** How far their clock is before ours, by the last answer; negative when behind. */
    Duration theirsAhead() {
        return theirsAhead;
    }

    Instant theirNow() {
        return clock.instant().plus(theirsAhead);
    }

    Tokens.Token token() {
        return inTime.get(tokens::current);
    }

    /**
     * One call.
     *
     * @param scope the right that it needs
     * @param changes whether it is to change something there
     * @throws ServiceTitanException whatever went wrong
     */
    <T> T call(String scope, boolean changes, Function<Clients, T> call) {
        if (!breaker.tryAcquirePermit()) {
            throw Troubles.resting(longer(breaker.getRemainingDelay(), LEAST_REST), lastFailure);
        }
        try {
            T answer = inTime.get(() -> signed(call));
            breaker.recordSuccess();
            return answer;
        } catch (RuntimeException failure) {
            ServiceTitanException said = Troubles.of(failure, connection, scope, changes);
            if (isTheirs(said.trouble())) {
                lastFailure = said.getMessage();
                breaker.recordFailure();
            } else {
                breaker.recordSuccess();
            }
            throw said;
        }
    }

    /** With one new token when they refuse the one we have. */
    private <T> T signed(Function<Clients, T> call) {
        Tokens.Token token = tokens.current();
        try {
            return call.apply(clients);
        } catch (RuntimeException failure) {
            if (!isRefusedToken(failure)) {
                throw failure;
            }
            tokens.drop(token);
            tokens.current();
            return call.apply(clients);
        }
    }

    private JsonObject signedIn(Clients signIn) {
        try {
            return signIn.of(TokenApi.class)
                    .token("client_credentials", connection.clientId(), connection.clientSecret());
        } catch (RuntimeException failure) {
            throw Troubles.ofSignIn(failure, connection);
        }
    }

    private static boolean isRefusedToken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused.status() == UNAUTHORIZED;
            }
        }
        return false;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static boolean isTheirs(Trouble trouble) {
        return trouble == Trouble.UNREACHABLE || trouble == Trouble.TIMED_OUT || trouble == Trouble.THEIR_FAULT;
    }
}
