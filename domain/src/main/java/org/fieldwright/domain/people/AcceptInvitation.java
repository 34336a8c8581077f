package org.fieldwright.domain.people;

import static java.lang.System.Logger.Level.INFO;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.UseCase;

/** Somebody chooses their password by a link that an administrator gave them; nobody else ever knows it. */
@UseCase
@Transactional
public class AcceptInvitation {
    private static final System.Logger LOG = System.getLogger(AcceptInvitation.class.getName());
    private static final int LONGEST = 100;

    private Invitations invitations;
    private People people;
    private SignInAttempts attempts;
    private Passwords passwords;
    private PasswordRules rules;
    private Clock clock;

    /** For the container's proxy. */
    protected AcceptInvitation() {}

    @Inject
    AcceptInvitation(
            Invitations invitations,
            People people,
            SignInAttempts attempts,
            Passwords passwords,
            PasswordRules rules,
            Clock clock) {
        this.invitations = invitations;
        this.people = people;
        this.attempts = attempts;
        this.passwords = passwords;
        this.rules = rules;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Come in. */
        record Welcome(Account account) implements Outcome {}

        /** The link was used, replaced or is too old. */
        record NoLonger() implements Outcome {}
    }

    /** Whom a link is for; empty when it is not good, or not any more. Looking uses nothing up. */
    @OpenToEveryone(because = "whoever holds the link may see whom it is for")
    public Optional<Person> look(@NotNull String secret) {
        return invited(secret).map(Account::person);
    }

    /**
     * Sets the password and uses the link up.
     *
     * @throws FaultException INVALID when the password will not do; the link stays good
     */
    @OpenToEveryone(because = "whoever holds the link was let in by an administrator")
    public Outcome accept(@NotNull String secret, @NotNull String password) {
        Optional<Account> invited = invited(secret);
        invited.ifPresent(account -> rules.check(password, account.person()));
        if (invited.isEmpty() || !invitations.take(OpaqueToken.sha256(secret))) {
            return new Outcome.NoLonger();
        }
        Person person = invited.get().person();
        people.update(invited.get().withPassword(passwords.hash(password)));
        people.signedIn(person.id(), clock.instant());
        attempts.forget(person.email());
        LOG.log(INFO, "invitation of {0} accepted", person.id().toString());
        return new Outcome.Welcome(people.find(person.id()).orElseThrow());
    }

    private Optional<Account> invited(String secret) {
        if (secret.length() > LONGEST) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return invitations
                .findByHash(OpaqueToken.sha256(secret))
                .filter(invitation -> !invitation.isExpired(now))
                .flatMap(invitation -> people.find(invitation.person()))
                .filter(Account::active);
    }
}
