package org.fieldwright.domain.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** What a server that real people work on must not have: demo accounts, and secrets that anybody can guess. */
@ApplicationScoped
class ProductionRules {
    private static final int SHORTEST_SECRET = 12;
    private static final int SHORTEST_TOKEN = 32;
    /** The sandbox signs with it. */
    private static final String DEMO_EVENTS = "whk-fieldwright-demo-0123456789abcdef";

    private static final Set<String> DEFAULTS = Set.of(
            "postgres",
            "password",
            "fieldwright",
            "changeme",
            "change-me",
            "secret",
            DemoAccounts.PASSWORD,
            DEMO_EVENTS);

    private People people;
    private Config config;

    /** For the container's proxy. */
    protected ProductionRules() {}

    @Inject
    ProductionRules(People people, Config config) {
        this.people = people;
        this.config = config;
    }

    /** @throws IllegalStateException that names everything that is wrong, and no secret */
    void check() {
        List<String> wrong = new ArrayList<>();
        long demo = Stream.of(Role.values())
                .flatMap(role -> people.findByEmail(DemoAccounts.email(role)).stream())
                .filter(Account::active)
                .count();
        if (demo > 0) {
            wrong.add(demo + " demo accounts are active: disable them, or start with an empty database");
        }
        if (config.getOptionalValue("fieldwright.database.password", String.class)
                .isEmpty()) {
            wrong.add("fieldwright.database.password is not set");
        }
        checkSecret("fieldwright.database.password", SHORTEST_SECRET, wrong);
        checkSecret("fieldwright.oidc.client-secret", SHORTEST_SECRET, wrong);
        checkSecret("fieldwright.health.token", SHORTEST_TOKEN, wrong);
        checkSecret("fieldwright.webhooks.key", SHORTEST_TOKEN, wrong);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Not fit for production: " + String.join("; ", wrong) + ".");
        }
    }

    private void checkSecret(String key, int shortest, List<String> wrong) {
        Optional<String> secret = config.getOptionalValue(key, String.class);
        if (secret.filter(value -> value.length() < shortest).isPresent()) {
            wrong.add(key + " is shorter than " + shortest + " characters");
        } else if (secret.map(value -> value.toLowerCase(Locale.ROOT))
                .filter(DEFAULTS::contains)
                .isPresent()) {
            wrong.add(key + " is a default that everybody knows");
        }
    }
}
