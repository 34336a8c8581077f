package org.fieldwright.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.fieldwright.domain.people.Effort;
import org.fieldwright.domain.people.Pace;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;

/** A token bucket for each effort of each person or address, on this node. */
@ApplicationScoped
class BucketPace implements Pace {
    private static final int KNOWN = 50_000;

    private PaceSettings settings;
    private Cache<Key, Bucket> buckets;

    /** For the container's proxy. */
    protected BucketPace() {}

    @Inject
    BucketPace(PaceSettings settings) {
        this.settings = settings;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(KNOWN)
                .expireAfterAccess(Duration.ofMinutes(5))
                .build();
    }

    private record Key(Effort effort, String who) {}

    @Override
    public void take(Effort effort, String who) {
        ConsumptionProbe probe = bucket(effort, who).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Math.max(
                    1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
            throw new FaultException(
                    Fault.TOO_MANY,
                    "These were too many " + effort.inWords() + " within a minute. Please try again in " + seconds
                            + (seconds == 1 ? " second." : " seconds."));
        }
    }

    @Override
    public void giveBack(Effort effort, String who) {
        bucket(effort, who).addTokens(1);
    }

    private Bucket bucket(Effort effort, String who) {
        return buckets.get(
                new Key(effort, who),
                key -> Bucket.builder()
                        .addLimit(bandwidth(settings.perMinute(effort)))
                        .build());
    }

    private static Bandwidth bandwidth(int perMinute) {
        return Bandwidth.builder()
                .capacity(perMinute)
                .refillGreedy(perMinute, Duration.ofMinutes(1))
                .build();
    }
}
