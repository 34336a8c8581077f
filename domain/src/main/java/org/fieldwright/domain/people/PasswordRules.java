package org.fieldwright.domain.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;

/**
 * What a password must be: long, and none of those that are tried first. Which characters it is made of is nobody's business
 * (OWASP ASVS 5.0, 6.2).
 */
@ApplicationScoped
public class PasswordRules {
    static final int MIN = 12;
    static final int MAX = 128;

    private GuessablePasswords guessable;

    /** For the container's proxy. */
    protected PasswordRules() {}

    @Inject
    PasswordRules(GuessablePasswords guessable) {
        this.guessable = guessable;
    }

    /** The rules, to be read before typing. */
    public static String inWords() {
        return MIN
                + " characters or more; a few words in a row do well. Not your name or e-mail, and none of the passwords"
                + " that are tried first.";
    }

    /** @throws FaultException INVALID with a sentence that says what to do */
    void check(String password, Person person) {
        if (length(password) < MIN) {
            throw invalid("Please take a password of at least " + MIN + " characters. A few words in a row do well.");
        }
        if (isTooLong(password)) {
            throw invalid("Please take a password of at most " + MAX + " characters.");
        }
        if (guessable.contains(password, List.of(person.name(), person.email(), "fieldwright"))) {
            throw invalid("This password is among those that are tried first. Please take another one.");
        }
    }

    static boolean isTooLong(String password) {
        return length(password) > MAX;
    }

    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    private static FaultException invalid(String sentence) {
        return new FaultException(Fault.INVALID, sentence);
    }
}
