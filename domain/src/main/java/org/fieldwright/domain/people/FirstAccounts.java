package org.fieldwright.domain.people;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.fieldwright.domain.shared.FaultException;

/** Sees to it that somebody can sign in when the server opens, and in production that nobody can by a known password. */
@ApplicationScoped
@Transactional
class FirstAccounts {
    private static final System.Logger LOG = System.getLogger(FirstAccounts.class.getName());

    private People people;
    private Passwords passwords;
    private PasswordRules rules;
    private ProductionRules production;
    private PeopleSettings settings;
    private Clock clock;

    /** For the container's proxy. */
    protected FirstAccounts() {}

    @Inject
    FirstAccounts(
            People people,
            Passwords passwords,
            PasswordRules rules,
            ProductionRules production,
            PeopleSettings settings,
            Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.rules = rules;
        this.production = production;
        this.settings = settings;
        this.clock = clock;
    }

    void whenTheHouseOpens(@Observes @Priority(200) ServletContextEvent opened) {
        prepare();
    }

    /** @throws IllegalStateException when the server must not open like this, with a sentence that says what to do */
    void prepare() {
        if (settings.production()) {
            production.check();
        }
        settings.adminEmail().filter(email -> people.isEmpty()).ifPresent(this::createAdministrator);
        if (settings.demo()) {
            createDemoAccounts();
        }
        if (people.isEmpty()) {
            nobodyCanSignIn();
        }
    }

    private void createAdministrator(String email) {
        Person person = new Person(UUID.randomUUID(), email, "Administrator", Set.of(Role.ADMINISTRATOR));
        String password = settings.adminPassword().orElseThrow();
        try {
            rules.check(password, person);
        } catch (
                FaultException
                        weak) { // not as its cause: the launcher shows the innermost words, and these name the setting
            throw new IllegalStateException("fieldwright.admin.password will not do. " + weak.getMessage());
        }
        people.add(Account.opened(person, passwords.hash(password), clock.instant()));
        LOG.log(INFO, "the first administrator was created");
    }

    private void createDemoAccounts() {
        for (Person person : DemoAccounts.people()) {
            if (people.findByEmail(person.email()).isEmpty()) {
                people.add(Account.opened(person, passwords.hash(DemoAccounts.PASSWORD), clock.instant()));
            }
        }
    }

    private void nobodyCanSignIn() {
        String sentence =
                "Nobody can sign in yet: set fieldwright.admin.email and fieldwright.admin.password for the first"
                        + " administrator, or fieldwright.demo=true for demo accounts.";
        if (settings.production()) {
            throw new IllegalStateException(sentence);
        }
        LOG.log(WARNING, sentence);
    }
}
