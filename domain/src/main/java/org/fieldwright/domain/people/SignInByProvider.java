package org.fieldwright.domain.people;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fieldwright.domain.shared.UseCase;

/**
 * Somebody comes in whom the shop's identity provider has proven. The e-mail finds the account the first time; from then on the
 * provider's own name for the person does, so that an e-mail given to somebody else opens nobody's account.
 */
@UseCase
@Transactional
public class SignInByProvider {
    private static final System.Logger LOG = System.getLogger(SignInByProvider.class.getName());

    private static final String NO_ACCOUNT =
            "There is no active account for you here. Ask an administrator to let you in.";

    private People people;
    private Clock clock;

    /** For the container's proxy. */
    protected SignInByProvider() {}

    @Inject
    public SignInByProvider(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /**
     * What the provider says, already proven.
     *
     * @param issuer which provider says it
     * @param subject its own name for the person, never given to another one
     * @param email verified by the provider
     * @param roles what the person's groups give; empty when groups decide nothing here
     * @param newcomers the role of somebody who has no account yet; empty when only people who are here may come in
     */
    public record Proven(
            @NotBlank String issuer,
            @NotBlank String subject,
            @NotBlank String email,
            @NotBlank String name,
            @NotNull Optional<Set<Role>> roles,
            @NotNull Optional<Role> newcomers) {
        private String kept() {
            return issuer + " " + subject;
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Come in. */
        record Welcome(Account account) implements Outcome {}

        /** Not here, or not any more. */
        record Refused(String sentence) implements Outcome {}
    }

    /** Finds or makes the account of somebody proven. */
    @OpenToEveryone(
            because = "nobody is signed in before signing in; the edge calls it with what the provider has signed")
    public Outcome enter(@NotNull @Valid Proven proven) {
        Optional<String> email = Person.emailOf(proven.email());
        if (email.isEmpty() || proven.roles().filter(Set::isEmpty).isPresent()) {
            LOG.log(INFO, "sign-in by the provider refused: no e-mail, or in none of the groups");
            return new Outcome.Refused(NO_ACCOUNT);
        }
        Optional<Account> byEmail = people.findByEmail(email.get());
        Optional<Account> account = people.findBySubject(proven.kept())
                .or(() -> byEmail.filter(known -> isNobodyElses(known, proven)))
                .or(() -> byEmail.isPresent() ? Optional.empty() : newcomer(proven, email.get()));
        return account.filter(Account::active)
                .<Outcome>map(known -> new Outcome.Welcome(entered(known, proven)))
                .orElseGet(() -> refused(byEmail));
    }

    /** An account that came from another provider may be taken over when the shop changes its provider. */
    private static boolean isNobodyElses(Account known, Proven proven) {
        return known.subject()
                .map(subject -> !subject.startsWith(proven.issuer() + " "))
                .orElse(true);
    }

    private Optional<Account> newcomer(Proven proven, String email) {
        Optional<Set<Role>> roles =
                proven.newcomers().map(role -> proven.roles().orElse(Set.of(role)));
        return roles.map(given -> {
            Person person = new Person(UUID.randomUUID(), email, proven.name(), given);
            people.add(Account.opened(person, "", clock.instant()));
            LOG.log(
                    INFO,
                    "person {0} came by the provider, with {1}",
                    person.id().toString(),
                    given);
            return people.find(person.id()).orElseThrow();
        });
    }

    private Account entered(Account account, Proven proven) {
        Set<Role> before = account.person().roles();
        Set<Role> roles =
                proven.roles().map(given -> keepAnAdministrator(account, given)).orElse(before);
        Account changed = account.knownAs(proven.kept()).withRoles(roles);
        if (!changed.equals(account)) {
            people.update(changed);
        }
        UUID id = account.person().id();
        people.signedIn(id, clock.instant());
        LOG.log(INFO, "signed in by the provider: {0}", id.toString());
        return people.find(id).orElseThrow();
    }

    /** Groups may take every role but the last administrator's. */
    private Set<Role> keepAnAdministrator(Account account, Set<Role> given) {
        boolean leaves = account.isAdministrator() && !given.contains(Role.ADMINISTRATOR);
        if (!leaves
                || !people.activeHoldersOf(Role.ADMINISTRATOR)
                        .equals(List.of(account.person().id()))) {
            return given;
        }
        LOG.log(WARNING, "the last administrator stays one, although the groups of the provider say otherwise");
        Set<Role> kept = EnumSet.copyOf(given);
        kept.add(Role.ADMINISTRATOR);
        return kept;
    }

    private static Outcome refused(Optional<Account> byEmail) {
        String who = byEmail.map(known -> known.person().id().toString()).orElse("unknown");
        LOG.log(INFO, "sign-in by the provider refused: {0}", who);
        return new Outcome.Refused(NO_ACCOUNT);
    }
}
