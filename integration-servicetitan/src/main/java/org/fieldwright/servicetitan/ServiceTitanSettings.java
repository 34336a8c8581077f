package org.fieldwright.servicetitan;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * How hard ServiceTitan is worked. Where it is and with which credentials is kept by an administrator, not here.
 *
 * @param callsPerSecond of this server, {@code fieldwright.servicetitan.calls-per-second}; they allow an application 60 in all
 * @param timeout the longest one call may take, {@code fieldwright.servicetitan.timeout}; they give up after 100 seconds themselves
 * @param pauseAfterFailures how long they are left alone once five calls in a row failed,
 *     {@code fieldwright.servicetitan.pause-after-failures}
 */
record ServiceTitanSettings(int callsPerSecond, Duration timeout, Duration pauseAfterFailures) {
    ServiceTitanSettings {
        require(callsPerSecond >= 1 && callsPerSecond <= 60, "calls-per-second", "from 1 to 60");
        require(isWithin(timeout, Duration.ofSeconds(1), Duration.ofMinutes(10)), "timeout", "from PT1S to PT10M");
        require(
                isWithin(pauseAfterFailures, Duration.ofSeconds(1), Duration.ofHours(1)),
                "pause-after-failures",
                "from PT1S to PT1H");
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException in words that name the setting
     */
    static ServiceTitanSettings from(Config config) {
        return new ServiceTitanSettings(
                config.getOptionalValue("fieldwright.servicetitan.calls-per-second", Integer.class)
                        .orElse(55),
                config.getOptionalValue("fieldwright.servicetitan.timeout", Duration.class)
                        .orElse(Duration.ofSeconds(100)),
                config.getOptionalValue("fieldwright.servicetitan.pause-after-failures", Duration.class)
                        .orElse(Duration.ofSeconds(30)));
    }

    private static boolean isWithin(Duration duration, Duration least, Duration most) {
        return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
    }

    private static void require(boolean met, String name, String rule) {
        if (!met) {
            throw new IllegalArgumentException("fieldwright.servicetitan." + name + " must be " + rule);
        }
    }
}
