package org.fieldwright.domain.people;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.UseCase;

/** Somebody takes another password. */
@UseCase
@Transactional
public class ChangePassword {
    private People people;
    private SignInAttempts attempts;
    private WaysIn waysIn;
    private Passwords passwords;
    private PasswordRules rules;
    private CurrentPerson currentPerson;
    private Clock clock;

    /** For the container's proxy. */
    protected ChangePassword() {}

    @Inject
    ChangePassword(
            People people,
            SignInAttempts attempts,
            WaysIn waysIn,
            Passwords passwords,
            PasswordRules rules,
            CurrentPerson currentPerson,
            Clock clock) {
        this.people = people;
        this.attempts = attempts;
        this.waysIn = waysIn;
        this.passwords = passwords;
        this.rules = rules;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * Changes one's own password. Every session, remembered device and token ends, this one too: whoever knew the old
     * password is out.
     *
     * @return the account as it is now, to begin a new session with
     * @throws FaultException INVALID when the old one is not right or the new one will not do, TOO_MANY after wrong tries
     */
    @Requires(Permission.KEEP_OWN_ACCOUNT)
    public Account change(@NotNull String old, @NotNull String wanted) {
        Account account = account();
        String email = account.person().email();
        if (attempts.begin(email, clock.instant()).isPaused(clock.instant())) {
            throw new FaultException(Fault.TOO_MANY, "There were too many wrong tries. Please try again later.");
        }
        if (PasswordRules.isTooLong(old) || !passwords.matches(old, account.passwordHash())) {
            throw new FaultException(Fault.INVALID, "The old password is not right. Nothing was changed.");
        }
        attempts.forget(email);
        rules.check(wanted, account.person());
        people.update(account.withPassword(passwords.hash(wanted)));
        waysIn.endAllOf(account.person().id());
        return account();
    }

    /** Whether there is one to change; somebody who came through the identity provider has none here. */
    @Requires(Permission.KEEP_OWN_ACCOUNT)
    public boolean hasPassword() {
        return !account().passwordHash().isEmpty();
    }

    private Account account() {
        return currentPerson
                .find()
                .flatMap(person -> people.find(person.id()))
                .orElseThrow(() -> new FaultException(Fault.NOT_SIGNED_IN, "Sign in to do this."));
    }
}
