package org.fieldwright.domain.people;

/** How somebody stands with the house; the first that fits, from the last. */
public enum Standing {
    /** Can sign in. */
    ACTIVE("Active"),
    /** Has not chosen a password yet, and did not come through the identity provider. */
    INVITED("Invited"),
    /** Waits after too many wrong tries. */
    PAUSED("Locked"),
    /** Is shut out. */
    DISABLED("Disabled");

    private final String inWords;

    Standing(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }

    static Standing of(Account account, boolean paused) {
        if (!account.active()) {
            return DISABLED;
        }
        if (paused) {
            return PAUSED;
        }
        return account.passwordHash().isEmpty() && account.subject().isEmpty() ? INVITED : ACTIVE;
    }
}
