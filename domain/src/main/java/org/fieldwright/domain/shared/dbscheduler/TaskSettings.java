package org.fieldwright.domain.shared.dbscheduler;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * How durable tasks run.
 *
 * @param threads tasks at the same time on this node, {@code fieldwright.tasks.threads}
 * @param pollEvery how often the database is asked for due tasks, {@code fieldwright.tasks.poll-every}
 */
record TaskSettings(int threads, Duration pollEvery) {
    TaskSettings {
        if (threads < 1 || threads > 32) {
            throw new IllegalArgumentException("fieldwright.tasks.threads must be from 1 to 32, not " + threads);
        }
        if (pollEvery.toMillis() < 100) {
            throw new IllegalArgumentException(
                    "fieldwright.tasks.poll-every must be at least 100 ms, not " + pollEvery);
        }
    }

    static TaskSettings from(Config config) {
        return new TaskSettings(
                config.getOptionalValue("fieldwright.tasks.threads", Integer.class)
                        .orElse(2),
                config.getOptionalValue("fieldwright.tasks.poll-every", Duration.class)
                        .orElse(Duration.ofSeconds(1)));
    }
}
