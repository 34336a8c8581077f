package org.fieldwright.domain.people;

/** What costs the server more than looking something up, and is therefore done in moderation. */
public enum Effort {
    SIGN_IN("tries to sign in"),
    ASK("questions"),
    UPLOAD("uploads"),
    DRAW_PAGE("pages"),
    UNPROVEN_EVENT("events without a good signature");

    private final String inWords;

    Effort(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}
