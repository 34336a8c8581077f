package org.fieldwright.domain.people;

import static java.lang.System.Logger.Level.INFO;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.UseCase;

/**
 * Somebody says who they are. Neither the words nor the time of a refusal tell whether such a person exists: tries are
 * counted by e-mail, known or not, and a password is hashed in any case.
 */
@UseCase
public class SignIn {
    private static final System.Logger LOG = System.getLogger(SignIn.class.getName());

    private static final String WRONG = "The e-mail or the password is not right.";

    private People people;
    private SignInAttempts attempts;
    private Passwords passwords;
    private Clock clock;
    private String nobodysHash;

    /** For the container's proxy. */
    protected SignIn() {}

    @Inject
    public SignIn(People people, SignInAttempts attempts, Passwords passwords, Clock clock) {
        this.people = people;
        this.attempts = attempts;
        this.passwords = passwords;
        this.clock = clock;
        this.nobodysHash = passwords.hash(OpaqueToken.random(16));
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Come in. */
        record Welcome(Account account) implements Outcome {}

        /** Not like this. */
        record Refused(String sentence) implements Outcome {}

        /** Too many wrong tries; even the right password waits. */
        record Paused(String sentence, Duration pause) implements Outcome {}
    }

    /** Checks e-mail and password. */
    @OpenToEveryone(because = "nobody is signed in before signing in")
    public Outcome check(@NotNull String email, @NotNull String password) {
        Instant now = clock.instant();
        String name = Person.emailOf(email).orElse("nobody@invalid");
        Attempt before = attempts.begin(name, now);
        Optional<Account> account = people.findByEmail(name);
        boolean right = matches(account, password);
        if (before.isPaused(now)) {
            return paused(Duration.between(now, before.pausedUntil().orElseThrow()));
        }
        if (!right) {
            LOG.log(INFO, "sign-in refused: {0}", idOf(account));
            return new Outcome.Refused(WRONG);
        }
        attempts.forget(name);
        attempts.forgetBefore(now.minus(Attempt.FORGOTTEN_AFTER));
        return new Outcome.Welcome(entered(account.orElseThrow(), password, now));
    }

    /** Whether a session still stands: the person is active, and nothing ended it since it began. */
    @OpenToEveryone(because = "it is asked before it is known who asks")
    public Optional<Person> stillIn(@NotNull UUID id, int generation) {
        return people.find(id).filter(account -> account.accepts(generation)).map(Account::person);
    }

    private boolean matches(Optional<Account> account, String password) {
        Optional<Account> possible = account.filter(
                        known -> known.active() && !known.passwordHash().isEmpty())
                .filter(known -> !PasswordRules.isTooLong(password));
        boolean same = passwords.matches(
                possible.isPresent() ? password : "",
                possible.map(Account::passwordHash).orElse(nobodysHash));
        return same && possible.isPresent();
    }

    private Account entered(Account account, String password, Instant now) {
        people.signedIn(account.person().id(), now);
        LOG.log(INFO, "signed in: {0}", account.person().id().toString());
        if (passwords.isOutdated(account.passwordHash())) {
            rehash(account, password);
        }
        return account;
    }

    private void rehash(Account account, String password) {
        try {
            people.update(account.rehashed(passwords.hash(password)));
        } catch (FaultException changedMeanwhile) {
            LOG.log(
                    INFO,
                    "the password of {0} keeps its old hash for now",
                    account.person().id().toString());
        }
    }

    private static String idOf(Optional<Account> account) {
        return account.map(known -> known.person().id().toString()).orElse("unknown");
    }

    private static Outcome paused(Duration pause) {
        long minutes = Math.max(1, pause.plusSeconds(59).toMinutes());
        String sentence = "There were too many wrong tries for this e-mail. Please try again in "
                + (minutes == 1 ? "a minute" : minutes + " minutes") + ", or ask an administrator to unlock it.";
        return new Outcome.Paused(sentence, pause);
    }
}
