package org.fieldwright.web.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a sign-in by the provider came to nothing; more than this the person is not told. */
public enum Stumble {
    NOT_FINISHED("Signing in with %s was not finished. Please try again."),
    UNREACHABLE("%s cannot be reached at the moment. Please try again later, or use your password."),
    UNVERIFIED("%s has not confirmed your e-mail address. Confirm it there, then try again."),
    NO_ACCOUNT("There is no active account for you here. Ask an administrator to let you in.");

    private final String sentence;

    Stumble(String sentence) {
        this.sentence = sentence;
    }

    String sentence(String provider) {
        return sentence.formatted(provider);
    }

    /** How an address names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Stumble> of(String code) {
        return Stream.of(values()).filter(known -> known.code().equals(code)).findFirst();
    }
}
