package org.fieldwright.domain.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.shared.PageOf;

/** Everybody who can sign in, or once could. */
public interface People {
    /**
     * Keeps somebody new.
     *
     * @throws org.fieldwright.domain.shared.FaultException CONFLICT when the e-mail is taken
     */
    void add(Account account);

    Optional<Account> find(UUID id);

    /**
     * The account with this sign-in name.
     *
     * @param email lower case
     */
    Optional<Account> findByEmail(String email);

    Optional<Account> findBySubject(String subject);

    /**
     * A page of those who fit, sorted by name.
     *
     * @param now decides whose pause is over
     */
    PageOf<ListedPerson> list(PeopleQuery wanted, Instant now, int first, int max);

    /**
     * Replaces everything but creation and last sign-in.
     *
     * @throws org.fieldwright.domain.shared.FaultException CONFLICT when it was changed since it was read
     */
    void update(Account account);

    /** Notes a sign-in, without touching {@code version}. */
    void signedIn(UUID id, Instant at);

    /**
     * Who is active and holds the role. Until the transaction ends, no other transaction gets an answer to the same
     * question: who asks may act on it.
     */
    List<UUID> activeHoldersOf(Role role);

    boolean isEmpty();
}
