package org.fieldwright.servicetitan;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.fieldwright.domain.servicetitan.Connection;
import org.fieldwright.domain.servicetitan.Connections;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;

/**
 * The line to ServiceTitan: over the connection as it is now, at the pace they allow, and once more where that is safe. A call that changes
 * something is repeated only when it certainly did not happen; for the rest the sender looks first.
 */
@ApplicationScoped
class Line {
    private static final int REPEATS = 3;
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

    private Connections connections;
    private ServiceTitanSettings settings;
    private Clock clock;
    private Pause pause;
    private Pace pace;
    private Session session;
    private long revision;

    /** For the container's proxy. */
    protected Line() {}

    @Inject
    Line(Connections connections, ServiceTitanSettings settings, Clock clock, Pause pause) {
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
        this.pace = new Pace(settings.callsPerSecond(), clock, pause);
    }

    /**
     * The connection as it is now.
     *
     * @throws ServiceTitanException when nobody has set one up
     */
    Connection connection() {
        return session().connection();
    }

    /** What their clock shows, as far as their answers told. */
    Instant theirNow() {
        return session().theirNow();
    }

    /** Asks for something. */
    <T> T read(String scope, Function<Clients, T> call) {
        T answer = run(scope, false, call);
        if (answer == null) {
            throw Troubles.unreadable("it is empty or breaks off", false);
        }
        return answer;
    }

    /** Changes something. The answer may be null. */
    <T> T write(String scope, Function<Clients, T> call) {
        return run(scope, true, call);
    }

    /** Changes something; what is answered does not matter. */
    void change(String scope, Function<Clients, Response> call) {
        write(scope, call).close();
    }

    /** Creates something; the answer is what was created. */
    JsonObject create(String scope, Function<Clients, JsonObject> call) {
        JsonObject created = write(scope, call);
        if (created == null) {
            throw Troubles.unreadable("it is empty or breaks off", true);
        }
        return created;
    }

    private <T> T run(String scope, boolean changes, Function<Clients, T> call) {
        Session now = session();
        AtomicReference<ServiceTitanException> before = new AtomicReference<>();
        RetryPolicy<T> repeats = RetryPolicy.<T>builder()
                .handleIf(failure -> failure instanceof ServiceTitanException said && isWorthRepeating(said))
                .withMaxRetries(REPEATS)
                .withDelayFn(last -> {
                    before.set(last.getLastException());
                    // It asks after the last try too, when nothing follows any more.
                    if (last.getAttemptCount() <= REPEATS) {
                        pause.takeQuietly(waitAfter(before.get(), last.getAttemptCount()));
                    }
                    return Duration.ZERO;
                })
                .build();
        try {
            return Failsafe.with(repeats).get(() -> once(now, scope, changes, call));
        } catch (ServiceTitanException said) {
            // That they are left alone now is no news to who has just failed: why is.
            throw said.trouble() == Trouble.RESTING && before.get() != null ? before.get() : said;
        }
    }

    private <T> T once(Session now, String scope, boolean changes, Function<Clients, T> call) {
        pace.turn();
        try {
            return now.call(scope, changes, call);
        } catch (ServiceTitanException said) {
            if (said.trouble() == Trouble.THROTTLED) {
                said.askedToWait().ifPresent(pace::hold);
            }
            throw said;
        }
    }

    private static boolean isWorthRepeating(ServiceTitanException said) {
        boolean soon = said.askedToWait().orElse(Duration.ZERO).compareTo(Pace.LONGEST_WAIT) <= 0;
        return soon
                && !said.perhapsDone()
                && switch (said.trouble()) {
                    case THROTTLED, UNREACHABLE, THEIR_FAULT, UNREADABLE -> true;
                    default -> false;
                };
    }

    private static Duration waitAfter(ServiceTitanException failure, int tries) {
        return failure.askedToWait()
                .orElseGet(() -> backoff(tries, ThreadLocalRandom.current().nextDouble()));
    }

    /**
     * Twice as long after every try, half of it by chance, so that many do not come back at once.
     *
     * @param chance from 0 to 1
     */
    static Duration backoff(int tries, double chance) {
        long most = FIRST_BACKOFF.toMillis() << Math.min(tries - 1, 5);
        return Duration.ofMillis(most / 2 + Math.round(most / 2.0 * chance));
    }

    private Session session() {
        return session(connections.current().orElseThrow(Troubles::notSetUp));
    }

    private synchronized Session session(Connections.Kept kept) {
        if (session == null || revision != kept.revision()) {
            session = new Session(kept.connection(), settings.timeout(), settings.pauseAfterFailures(), clock);
            revision = kept.revision();
        }
        return session;
    }
}
