package org.fieldwright.web.security;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.fieldwright.domain.shared.OnOff;

/**
 * How the edge is guarded.
 *
 * @param secureCookies whether people come by https only, {@code fieldwright.secure-cookies}
 * @param publicAddress where people reach the portal when a proxy stands before it, {@code fieldwright.public-address}
 * @param trustedProxies whose word on the caller's address counts, {@code fieldwright.trusted-proxies}
 * @param healthToken opens health and metrics to a watcher elsewhere, {@code fieldwright.health.token}
 * @param sessionIdle a session ends after this time without a request, {@code fieldwright.session.idle}
 * @param sessionLongest and after this time in any case, {@code fieldwright.session.longest}
 */
public record SecuritySettings(
        boolean secureCookies,
        Optional<URI> publicAddress,
        Set<String> trustedProxies,
        Optional<String> healthToken,
        Duration sessionIdle,
        Duration sessionLongest) {
    private static final Duration A_WEEK = Duration.ofDays(7);

    public SecuritySettings {
        trustedProxies = Set.copyOf(trustedProxies);
        publicAddress.ifPresent(SecuritySettings::checkAddress);
        check("fieldwright.session.idle", sessionIdle);
        check("fieldwright.session.longest", sessionLongest);
    }

    public static SecuritySettings from(Config config) {
        return new SecuritySettings(
                OnOff.from(config, "fieldwright.secure-cookies", false),
                config.getOptionalValue("fieldwright.public-address", String.class)
                        .map(URI::create),
                config.getOptionalValue("fieldwright.trusted-proxies", String.class)
                        .map(SecuritySettings::addresses)
                        .orElse(Set.of()),
                config.getOptionalValue("fieldwright.health.token", String.class),
                config.getOptionalValue("fieldwright.session.idle", Duration.class)
                        .orElse(Duration.ofHours(1)),
                config.getOptionalValue("fieldwright.session.longest", Duration.class)
                        .orElse(Duration.ofHours(12)));
    }

    private static Set<String> addresses(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toSet());
    }

    private static void checkAddress(URI address) {
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || !address.getPath().isEmpty()) {
            throw new IllegalArgumentException(
                    "fieldwright.public-address must be like https://portal.example, without a path");
        }
    }

    private static void check(String key, Duration duration) {
        if (duration.toSeconds() < 60 || duration.compareTo(A_WEEK) > 0) {
            throw new IllegalArgumentException(key + " must be from a minute to a week, not " + duration);
        }
    }

    /** Without the token: this may reach a log. */
    @Override
    public String toString() {
        return "SecuritySettings[secureCookies=" + secureCookies + "]";
    }
}
