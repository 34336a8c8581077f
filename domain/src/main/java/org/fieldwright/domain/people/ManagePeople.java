package org.fieldwright.domain.people;

import static java.lang.System.Logger.Level.INFO;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.PageOf;
import org.fieldwright.domain.shared.UseCase;

/** An administrator looks after the people of the shop. There is always somebody left who can. */
@UseCase
@Transactional
public class ManagePeople {
    private static final System.Logger LOG = System.getLogger(ManagePeople.class.getName());
    private static final int MOST = 200;

    private People people;
    private SignInAttempts attempts;
    private Tokens tokens;
    private Passwords passwords;
    private PasswordRules rules;
    private Clock clock;

    /** For the container's proxy. */
    protected ManagePeople() {}

    @Inject
    ManagePeople(
            People people,
            SignInAttempts attempts,
            Tokens tokens,
            Passwords passwords,
            PasswordRules rules,
            Clock clock) {
        this.people = people;
        this.attempts = attempts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.rules = rules;
        this.clock = clock;
    }

    /** Somebody new. */
    public record Newcomer(
            @NotBlank(message = "Type the e-mail.") String email,

            @NotBlank(message = "Type the name.")
            @Size(max = 100, message = "Please keep the name under 100 characters.")
            String name,

            @NotEmpty(message = "Choose at least one role.") Set<Role> roles,
            @NotNull String password) {
        public Newcomer {
            roles = Set.copyOf(roles);
        }

        /** Without the password: this may reach a log. */
        @Override
        public String toString() {
            return "Newcomer[" + roles + "]";
        }
    }

    /** Somebody with the pause of their wrong tries, if there is one. */
    public record Listed(Account account, Optional<Attempt> paused) {}

    /**
     * A page of the list, by name.
     *
     * @param containing part of a name or e-mail; blank for all
     */
    @Requires(Permission.MANAGE_PEOPLE)
    public PageOf<Listed> list(@NotNull String containing, int first, int max) {
        PageOf<Account> page = people.list(containing, Math.max(first, 0), Math.clamp(max, 1, MOST));
        List<Listed> rows = page.rows().stream().map(this::listed).toList();
        return new PageOf<>(rows, page.first(), page.total());
    }

    /**
     * One person.
     *
     * @throws FaultException NOT_FOUND when there is no such person
     */
    @Requires(Permission.MANAGE_PEOPLE)
    public Listed find(@NotNull UUID id) {
        return listed(account(id));
    }

    /**
     * Lets somebody new in.
     *
     * @throws FaultException CONFLICT when the e-mail is taken, INVALID when e-mail or password will not do
     */
    @Requires(Permission.MANAGE_PEOPLE)
    public Account create(@NotNull @Valid Newcomer newcomer) {
        String email = Person.emailOf(newcomer.email())
                .orElseThrow(() -> new FaultException(Fault.INVALID, "This is not an e-mail address."));
        Person person = new Person(UUID.randomUUID(), email, newcomer.name().strip(), newcomer.roles());
        rules.check(newcomer.password(), person);
        Account account = Account.opened(person, passwords.hash(newcomer.password()), clock.instant());
        people.add(account);
        LOG.log(INFO, "person {0} created with {1}", person.id().toString(), person.roles());
        return account;
    }

    @Requires(Permission.MANAGE_PEOPLE)
    public void rename(
            @NotNull UUID id,
            @NotBlank(message = "Type the name.")
                    @Size(max = 100, message = "Please keep the name under 100 characters.")
                    String name) {
        people.update(account(id).named(name.strip()));
    }

    /**
     * Gives other roles; what one may do changes at once.
     *
     * @throws FaultException CONFLICT when nobody would be left to administer
     */
    @Requires(Permission.MANAGE_PEOPLE)
    public void setRoles(@NotNull UUID id, @NotEmpty(message = "Choose at least one role.") Set<Role> roles) {
        Account account = account(id);
        if (!roles.contains(Role.ADMINISTRATOR)) {
            keepAnAdministrator(account);
        }
        people.update(account.withRoles(roles));
        LOG.log(INFO, "person {0} now has {1}", id.toString(), roles);
    }

    /**
     * Shuts somebody out: at once, with sessions, remembered devices and tokens.
     *
     * @throws FaultException CONFLICT when nobody would be left to administer
     */
    @Requires(Permission.MANAGE_PEOPLE)
    public void disable(@NotNull UUID id) {
        Account account = account(id);
        keepAnAdministrator(account);
        people.update(account.disabled());
        tokens.removeAllOf(id);
        LOG.log(INFO, "person {0} disabled", id.toString());
    }

    @Requires(Permission.MANAGE_PEOPLE)
    public void enable(@NotNull UUID id) {
        people.update(account(id).enabled());
        LOG.log(INFO, "person {0} enabled", id.toString());
    }

    /** Ends the pause after wrong tries. */
    @Requires(Permission.MANAGE_PEOPLE)
    public void unlock(@NotNull UUID id) {
        attempts.forget(account(id).person().email());
        LOG.log(INFO, "person {0} unlocked", id.toString());
    }

    /** Gives a new password, which ends sessions, remembered devices and tokens. */
    @Requires(Permission.MANAGE_PEOPLE)
    public void resetPassword(@NotNull UUID id, @NotNull String password) {
        Account account = account(id);
        rules.check(password, account.person());
        people.update(account.withPassword(passwords.hash(password)));
        tokens.removeAllOf(id);
        attempts.forget(account.person().email());
        LOG.log(INFO, "person {0} got a new password", id.toString());
    }

    /** Ends sessions, remembered devices and tokens; the password stays. */
    @Requires(Permission.MANAGE_PEOPLE)
    public void signOutEverywhere(@NotNull UUID id) {
        people.update(account(id).signedOutEverywhere());
        tokens.removeAllOf(id);
    }

    private void keepAnAdministrator(Account leaving) {
        List<UUID> administrators = people.activeHoldersOf(Role.ADMINISTRATOR);
        if (administrators.equals(List.of(leaving.person().id()))) {
            throw new FaultException(
                    Fault.CONFLICT, "This is the last administrator. Make somebody else administrator first.");
        }
    }

    private Listed listed(Account account) {
        return new Listed(
                account, attempts.find(account.person().email()).filter(attempt -> attempt.isPaused(clock.instant())));
    }

    private Account account(UUID id) {
        return people.find(id).orElseThrow(() -> new FaultException(Fault.NOT_FOUND, "There is no such person."));
    }
}
