package org.fieldwright.domain.people;

import java.util.List;

/** Knows the passwords that are tried first. */
public interface GuessablePasswords {
    /**
     * Whether a patient guesser finds it.
     *
     * @param about what is known of the person, e.g. name and e-mail
     */
    boolean contains(String password, List<String> about);
}
