package org.fieldwright.domain.people;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.fieldwright.domain.shared.OnOff;

/**
 * Who is there at first, and how long proofs last.
 *
 * @param demo whether the demo accounts are created, {@code fieldwright.demo}
 * @param production whether demo accounts and weak secrets keep the server from starting, {@code fieldwright.production}
 * @param adminEmail the first administrator, {@code fieldwright.admin.email}
 * @param adminPassword and their password, {@code fieldwright.admin.password}
 * @param tokenLifetime the longest an API token is good, {@code fieldwright.tokens.lifetime}
 * @param invitationLifetime how long a link to choose a password is good, {@code fieldwright.invitations.lifetime}
 * @param rememberFor how long a browser is remembered, {@code fieldwright.remember-me.lifetime}
 */
public record PeopleSettings(
        boolean demo,
        boolean production,
        Optional<String> adminEmail,
        Optional<String> adminPassword,
        Duration tokenLifetime,
        Duration invitationLifetime,
        Duration rememberFor) {
    private static final Duration LONGEST = Duration.ofDays(366);

    public PeopleSettings {
        if (demo && production) {
            throw new IllegalArgumentException(
                    "fieldwright.demo and fieldwright.production exclude each other: demo accounts have a known password");
        }
        if (adminEmail.isPresent() != adminPassword.isPresent()) {
            throw new IllegalArgumentException(
                    "fieldwright.admin.email and fieldwright.admin.password belong together: set both or none");
        }
        adminEmail = adminEmail.map(typed -> Person.emailOf(typed)
                .orElseThrow(() -> new IllegalArgumentException("fieldwright.admin.email is not an e-mail address")));
        check("fieldwright.tokens.lifetime", tokenLifetime);
        check("fieldwright.invitations.lifetime", invitationLifetime);
        check("fieldwright.remember-me.lifetime", rememberFor);
    }

    public static PeopleSettings from(Config config) {
        return new PeopleSettings(
                OnOff.from(config, "fieldwright.demo", false),
                OnOff.from(config, "fieldwright.production", false),
                config.getOptionalValue("fieldwright.admin.email", String.class),
                config.getOptionalValue("fieldwright.admin.password", String.class),
                config.getOptionalValue("fieldwright.tokens.lifetime", Duration.class)
                        .orElse(Duration.ofDays(30)),
                config.getOptionalValue("fieldwright.invitations.lifetime", Duration.class)
                        .orElse(Duration.ofDays(3)),
                config.getOptionalValue("fieldwright.remember-me.lifetime", Duration.class)
                        .orElse(Duration.ofDays(30)));
    }

    private static void check(String key, Duration duration) {
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(key + " must be more than nothing and at most a year, not " + duration);
        }
    }

    /** Without the password: this may reach a log. */
    @Override
    public String toString() {
        return "PeopleSettings[demo=" + demo + ", production=" + production + "]";
    }
}
