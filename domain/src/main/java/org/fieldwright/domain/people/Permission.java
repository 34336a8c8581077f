package org.fieldwright.domain.people;

/** One thing somebody may do. Use cases name permissions, never roles. */
public enum Permission {
    ASK_MANUALS("Ask the manuals and open their pages"),
    SEE_MANUALS("See the list of manuals and how far their reading is"),
    SEE_JOBS("See jobs, with their customers, locations and totals"),
    MANAGE_MANUALS("Upload, re-index and delete manuals"),
    MANAGE_PEOPLE("Create people, set roles, unlock accounts"),
    MANAGE_SERVICETITAN("Connect ServiceTitan, and see what comes from it and goes to it"),
    SEE_HEALTH("See the state of the server"),
    KEEP_OWN_ACCOUNT("Change one's own password and tokens");

    private final String inWords;

    Permission(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}
