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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.PageOf;
import org.fieldwright.domain.shared.UseCase;

/**
 * An administrator looks after the people of the shop. There is always somebody left who can: nobody shuts out or demotes
 * themselves, and the last administrator stays one. No administrator ever knows anybody else's password.
 */
@UseCase
@Transactional
public class ManagePeople {
    private static final System.Logger LOG = System.getLogger(ManagePeople.class.getName());
    private static final int MOST = 200;
    private static final int SECRET_BYTES = 32;

    private People people;
    private SignInAttempts attempts;
    private Invitations invitations;
    private WaysIn waysIn;
    private CurrentPerson currentPerson;
    private PeopleSettings settings;
    private Clock clock;

    /** For the container's proxy. */
    protected ManagePeople() {}

    @Inject
    ManagePeople(
            People people,
            SignInAttempts attempts,
            Invitations invitations,
            WaysIn waysIn,
            CurrentPerson currentPerson,
            PeopleSettings settings,
            Clock clock) {
        this.people = people;
        this.attempts = attempts;
        this.invitations = invitations;
        this.waysIn = waysIn;
        this.currentPerson = currentPerson;
        this.settings = settings;
        this.clock = clock;
    }

    /** Somebody new. */
    public record Newcomer(
            @NotBlank(message = "Type the e-mail.") String email,

            @NotBlank(message = "Type the name.")
            @Size(max = 100, message = "Please keep the name under 100 characters.")
            String name,

            @NotEmpty(message = "Choose at least one role.") Set<Role> roles) {
        public Newcomer {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * What somebody is called and may do from now on.
     *
     * @param version of the reading it is based on
     */
    public record Change(
            @NotNull UUID id,
            long version,

            @NotBlank(message = "Type the name.")
            @Size(max = 100, message = "Please keep the name under 100 characters.")
            String name,

            @NotEmpty(message = "Choose at least one role.") Set<Role> roles) {
        public Change {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * An open door for one person, the only time its secret is seen.
     *
     * @param secret goes into the link
     */
    public record Invited(Person person, String secret, Instant expiresAt) {
        /** Without the secret: this may reach a log. */
        @Override
        public String toString() {
            return "Invited[" + person.id() + "]";
        }
    }

    /**
     * One person, as an administrator sees them.
     *
     * @param byProvider whether they came through the identity provider before
     * @param until when the pause of somebody PAUSED or the link of somebody INVITED ends, or ended
     * @param oneself whether it is the administrator who looks
     */
    public record Details(
            Person person,
            Standing standing,
            boolean byProvider,
            Instant createdAt,
            Optional<Instant> lastSignedIn,
            Optional<Instant> until,
            int tokens,
            int browsers,
            boolean oneself,
            long version) {}

    /** A page of the list, by name. */
    @Requires(Permission.MANAGE_PEOPLE)
    public PageOf<ListedPerson> list(@NotNull PeopleQuery wanted, int first, int max) {
        return people.list(wanted, clock.instant(), Math.max(first, 0), Math.clamp(max, 1, MOST));
    }

    /**
     * One person.
     *
     * @throws FaultException NOT_FOUND when there is no such person
     */
    @Requires(Permission.MANAGE_PEOPLE)
    public Details find(@NotNull UUID id) {
        Account account = account(id);
        Optional<Instant> pausedUntil = attempts.find(account.person().email())
                .flatMap(Attempt::pausedUntil)
                .filter(until -> until.isAfter(clock.instant()));
        Standing standing = Standing.of(account, pausedUntil.isPresent());
        return new Details(
                account.person(),
                standing,
                account.subject().isPresent(),
                account.createdAt(),
                account.lastSignedIn(),
                switch (standing) {
                    case PAUSED -> pausedUntil;
                    case INVITED -> invitations.of(id).map(Invitation::expiresAt);
                    case ACTIVE, DISABLED -> Optional.empty();
                },
                waysIn.tokensOf(id),
                waysIn.browsersOf(id),
                isOneself(id),
                account.version());
    }

    /**
     * Lets somebody new in, by a link with which they choose their password.
     *
     * @throws FaultException CONFLICT when the e-mail is taken, INVALID when it is none
     */
    @Requires(Permission.MANAGE_PEOPLE)
    public Invited create(@NotNull @Valid Newcomer newcomer) {
        String email = Person.emailOf(newcomer.email())
                .orElseThrow(() -> new FaultException(Fault.INVALID, "This is not an e-mail address."));
        Person person = new Person(UUID.randomUUID(), email, newcomer.name().strip(), newcomer.roles());
        people.add(Account.opened(person, "", clock.instant()));
        LOG.log(INFO, "person {0} created with {1}", person.id().toString(), person.roles());
        return invite(person);
    }

    /**
     * Changes name and roles; what one may do changes at once.
     *
     * @throws FaultException CONFLICT when somebody else changed them meanwhile, or nobody would be left to administer
     */
    @Requires(Permission.MANAGE_PEOPLE)
    public void change(@NotNull @Valid Change change) {
        Account account = account(change.id());
        if (account.version() != change.version()) {
            throw new FaultException(
                    Fault.CONFLICT,
                    "Somebody else changed this person meanwhile. Nothing was changed now: look again, then repeat it.");
        }
        if (account.isAdministrator() && !change.roles().contains(Role.ADMINISTRATOR)) {
            refuseToOneself(change.id(), "You cannot take the administrator's role from yourself. Ask another one.");
            keepAnAdministrator(account);
        }
        people.update(account.named(change.name().strip()).withRoles(change.roles()));
        LOG.log(INFO, "person {0} now has {1}", change.id().toString(), change.roles());
    }

    /**
     * Shuts somebody out: at once, with sessions, remembered browsers, tokens and a link that is out.
     *
     * @throws FaultException CONFLICT when it is oneself, or nobody would be left to administer
     */
    @Requires(Permission.MANAGE_PEOPLE)
    public void disable(@NotNull UUID id) {
        refuseToOneself(id, "You cannot disable yourself. Ask another administrator.");
        Account account = account(id);
        keepAnAdministrator(account);
        people.update(account.disabled());
        waysIn.endAllOf(id);
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

    /**
     * Takes the password away, with sessions, remembered browsers and tokens, and gives a link to choose a new one. A link
     * from before is good no longer.
     *
     * @throws FaultException CONFLICT when it is oneself, or somebody disabled
     */
    @Requires(Permission.MANAGE_PEOPLE)
    public Invited resetPassword(@NotNull UUID id) {
        refuseToOneself(id, "Change your own password on the page Your account.");
        Account account = account(id);
        if (!account.active()) {
            throw new FaultException(Fault.CONFLICT, "This person is disabled. Enable them first.");
        }
        people.update(account.withPassword(""));
        waysIn.endAllOf(id);
        attempts.forget(account.person().email());
        LOG.log(INFO, "the password of {0} was reset", id.toString());
        return invite(account.person());
    }

    /** Ends sessions, remembered browsers and tokens; the password stays. */
    @Requires(Permission.MANAGE_PEOPLE)
    public void signOutEverywhere(@NotNull UUID id) {
        people.update(account(id).signedOutEverywhere());
        waysIn.endAllOf(id);
        LOG.log(INFO, "person {0} signed out everywhere", id.toString());
    }

    private Invited invite(Person person) {
        String secret = OpaqueToken.random(SECRET_BYTES);
        Instant now = clock.instant();
        Invitation invitation = new Invitation(person.id(), now, now.plus(settings.invitationLifetime()));
        invitations.put(invitation, OpaqueToken.sha256(secret));
        return new Invited(person, secret, invitation.expiresAt());
    }

    private void keepAnAdministrator(Account leaving) {
        List<UUID> administrators = people.activeHoldersOf(Role.ADMINISTRATOR);
        if (administrators.equals(List.of(leaving.person().id()))) {
            throw new FaultException(
                    Fault.CONFLICT, "This is the last administrator. Make somebody else administrator first.");
        }
    }

    private void refuseToOneself(UUID id, String sentence) {
        if (isOneself(id)) {
            throw new FaultException(Fault.CONFLICT, sentence);
        }
    }

    private boolean isOneself(UUID id) {
        return currentPerson.find().filter(me -> me.id().equals(id)).isPresent();
    }

    private Account account(UUID id) {
        return people.find(id).orElseThrow(() -> new FaultException(Fault.NOT_FOUND, "There is no such person."));
    }
}
