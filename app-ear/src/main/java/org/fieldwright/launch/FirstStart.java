package org.fieldwright.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.fieldwright.launch.database.DatabaseAddress;

/** What must be settled before a start for production: no demo data, no known password, somebody who can sign in. */
final class FirstStart {

    private static final String DEMO_PASSWORD = "fieldwright-demo";
    private static final Set<String> KNOWN_PASSWORDS =
            Set.of("", "postgres", "password", "fieldwright", "admin", "secret", "changeit", "changeme", DEMO_PASSWORD);

    private FirstStart() {}

    static void refuseWhereUnfit(LaunchPlan plan, DataFolder data) throws LaunchRefused {
        if (!plan.production()) {
            return;
        }
        if (Files.exists(demoNote(data))) {
            throw LaunchRefused.notFitForProduction(
                    "The data in " + data.root()
                            + " holds demo accounts with a known password. Use another folder for production: --data=<folder>.");
        }
        if (plan.outsideDatabase().map(FirstStart::hasKnownPassword).orElse(false)) {
            throw LaunchRefused.notFitForProduction(
                    "The database password is one that everybody knows. Give the user a random one and set it in "
                            + "FIELDWRIGHT_DATABASE_PASSWORD.");
        }
        if (!plan.secureCookies()) {
            throw LaunchRefused.notFitForProduction(
                    "Passwords and sessions would cross the network in the clear. Add --https, or, when a proxy in front "
                            + "speaks HTTPS, set FIELDWRIGHT_SECURE_COOKIES=true.");
        }
    }

    /** Whether the first administrator's password will do is the portal's to say, when it makes the account. */
    static void refuseWithoutAdministrator(LaunchPlan plan, boolean empty) throws LaunchRefused {
        if (plan.production() && empty && plan.firstAdministrator().isEmpty()) {
            throw LaunchRefused.notFitForProduction(
                    "There is no account yet and nobody could sign in. Set FIELDWRIGHT_ADMIN_EMAIL and "
                            + "FIELDWRIGHT_ADMIN_PASSWORD for the first administrator.");
        }
    }

    private static boolean hasKnownPassword(DatabaseAddress database) {
        String password = database.password().toLowerCase(Locale.ROOT);
        return KNOWN_PASSWORDS.contains(password)
                || password.equals(database.user().toLowerCase(Locale.ROOT));
    }

    /** Notes that this folder has met demo accounts. */
    static void remember(LaunchPlan plan, DataFolder data) throws LaunchRefused {
        if (!plan.demo()) {
            return;
        }
        try {
            Files.writeString(demoNote(data), "Started with demo accounts; not for production.\n");
        } catch (IOException e) {
            throw LaunchRefused.failed("The data folder cannot be written: " + e.getMessage(), e);
        }
    }

    private static Path demoNote(DataFolder data) {
        return data.root().resolve("demo");
    }
}
