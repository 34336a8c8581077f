package org.fieldwright.domain.people;

import java.time.Instant;
import java.util.Optional;

/** Counts tries to sign in, by e-mail, known or not: a pause tells nobody who is here. */
public interface SignInAttempts {
    /**
     * Counts a try before it is known how it ends, as {@link Attempt#counted} says; at once and for every node, whatever
     * becomes of the caller's transaction.
     *
     * @param email lower case
     * @return the attempts as they were before this one, whose pause decides whether it may go on
     */
    Attempt begin(String email, Instant now);

    Optional<Attempt> find(String email);

    /** After a sign-in, or when an administrator unlocks. */
    void forget(String email);

    void forgetBefore(Instant time);
}
