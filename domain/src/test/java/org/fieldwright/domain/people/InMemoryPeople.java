package org.fieldwright.domain.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.PageOf;

/** People without a database. */
public class InMemoryPeople implements People {
    private final Map<UUID, Account> accounts = new LinkedHashMap<>();
    private final SignInAttempts attempts;
    private final Invitations invitations;

    public InMemoryPeople() {
        this(new InMemorySignInAttempts(), new InMemoryInvitations());
    }

    /** With the neighbours that the list looks at. */
    public InMemoryPeople(SignInAttempts attempts, Invitations invitations) {
        this.attempts = attempts;
        this.invitations = invitations;
    }

    @Override
    public void add(Account account) {
        if (findByEmail(account.person().email()).isPresent()) {
            throw new FaultException(Fault.CONFLICT, "There is somebody with this e-mail already.");
        }
        accounts.put(account.person().id(), withVersion(account, 1, account.lastSignedIn()));
    }

    @Override
    public Optional<Account> find(UUID id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Optional<Account> findByEmail(String email) {
        return accounts.values().stream()
                .filter(account -> account.person().email().equals(email))
                .findFirst();
    }

    @Override
    public Optional<Account> findBySubject(String subject) {
        return accounts.values().stream()
                .filter(account -> account.subject().equals(Optional.of(subject)))
                .findFirst();
    }

    @Override
    public PageOf<ListedPerson> list(PeopleQuery wanted, Instant now, int first, int max) {
        String part = wanted.containing().toLowerCase(Locale.ROOT);
        List<ListedPerson> all = accounts.values().stream()
                .filter(account ->
                        name(account).contains(part) || account.person().email().contains(part))
                .sorted(Comparator.comparing(InMemoryPeople::name)
                        .thenComparing(account -> account.person().email()))
                .map(account -> listed(account, now))
                .filter(row -> wanted.role().stream()
                        .allMatch(role -> row.person().roles().contains(role)))
                .filter(row -> wanted.standing().stream().allMatch(row.standing()::equals))
                .toList();
        return new PageOf<>(all.stream().skip(first).limit(max).toList(), first, all.size());
    }

    private ListedPerson listed(Account account, Instant now) {
        Optional<Instant> paused = attempts.find(account.person().email())
                .flatMap(Attempt::pausedUntil)
                .filter(until -> until.isAfter(now));
        Standing standing = Standing.of(account, paused.isPresent());
        return new ListedPerson(
                account.person(),
                standing,
                account.lastSignedIn(),
                switch (standing) {
                    case PAUSED -> paused;
                    case INVITED -> invitations.of(account.person().id()).map(Invitation::expiresAt);
                    case ACTIVE, DISABLED -> Optional.empty();
                });
    }

    @Override
    public void update(Account account) {
        Account now = find(account.person().id())
                .orElseThrow(() -> new FaultException(Fault.NOT_FOUND, "There is no such person."));
        if (now.version() != account.version()) {
            throw new FaultException(Fault.CONFLICT, "Somebody else changed this person meanwhile.");
        }
        accounts.put(account.person().id(), withVersion(account, now.version() + 1, now.lastSignedIn()));
    }

    @Override
    public void signedIn(UUID id, Instant at) {
        accounts.computeIfPresent(id, (key, account) -> withVersion(account, account.version(), Optional.of(at)));
    }

    @Override
    public List<UUID> activeHoldersOf(Role role) {
        return accounts.values().stream()
                .filter(Account::active)
                .filter(account -> account.person().roles().contains(role))
                .map(account -> account.person().id())
                .sorted()
                .toList();
    }

    @Override
    public boolean isEmpty() {
        return accounts.isEmpty();
    }

    private static String name(Account account) {
        return account.person().name().toLowerCase(Locale.ROOT);
    }

    private static Account withVersion(Account account, long version, Optional<Instant> lastSignedIn) {
        return new Account(
                account.person(),
                account.passwordHash(),
                account.subject(),
                account.active(),
                account.generation(),
                account.createdAt(),
                lastSignedIn,
                version);
    }
}
