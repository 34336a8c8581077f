package org.fieldwright.domain.health;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.shared.UseCase;

/** An administrator wants to know whether all is well, and if not, what to do. */
@UseCase
public class SeeHealth {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private Rounds rounds;
    private Clock clock;
    private Executor threads;

    @Resource
    private ManagedExecutorService managedThreads;

    /** For the container's proxy. */
    protected SeeHealth() {}

    @Inject
    SeeHealth(@Any Instance<Checkup> checkups, Clock clock) {
        this(checkups, clock, null, PATIENCE);
    }

    /**
     * The same without a container.
     *
     * @param patience how long the slowest part is waited for
     */
    public SeeHealth(Iterable<Checkup> checkups, Clock clock, Executor threads, Duration patience) {
        this.rounds = new Rounds(checkups, patience);
        this.clock = clock;
        this.threads = threads;
    }

    @PostConstruct
    void useManagedThreads() {
        threads = managedThreads;
    }

    /** Looks at every part; what cannot be looked at is told as bad, and keeps nothing else from being told. */
    @Requires(Permission.SEE_HEALTH)
    public HealthReport look() {
        return new HealthReport(clock.instant(), rounds.ask(threads));
    }
}
