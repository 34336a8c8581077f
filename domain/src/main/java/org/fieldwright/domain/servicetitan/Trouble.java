package org.fieldwright.domain.servicetitan;

/** Why ServiceTitan did not do what it was asked. */
public enum Trouble {
    /** Nobody has set up a connection yet. */
    NOT_SET_UP(false),
    /** No answer at all: no network, a wrong address, or their server is down. */
    UNREACHABLE(true),
    /** No answer within the time. What was asked may have happened. */
    TIMED_OUT(true),
    /** Too many calls. */
    THROTTLED(true),
    /** An error on their side (5xx). */
    THEIR_FAULT(true),
    /** We leave them alone for a while after many failures in a row. */
    RESTING(true),
    /** The client id or secret is wrong, or the secret has expired. */
    SIGN_IN_REFUSED(false),
    /** The application key is not accepted. */
    APP_KEY_REFUSED(false),
    /** The token is for another tenant. */
    OTHER_TENANT(false),
    /** The token carries no right to this. */
    SCOPE_MISSING(false),
    /** There is no such record there (any more). */
    NOT_FOUND(false),
    /** The record's state does not allow it. */
    CONFLICT(false),
    /** What was sent is not valid for them. */
    REJECTED(false),
    /** Something went wrong on our side. */
    OUR_FAULT(true),
    /** The answer could not be understood. */
    UNREADABLE(false),
    /** This operation is switched off here, because the published contract does not list it. */
    SWITCHED_OFF(false);

    private final boolean passes;

    Trouble(boolean passes) {
        this.passes = passes;
    }

    /** Whether it is about the account, not about what was asked: another connection may put it right. */
    public boolean isOfTheConnection() {
        return switch (this) {
            case NOT_SET_UP, SIGN_IN_REFUSED, APP_KEY_REFUSED, OTHER_TENANT, SCOPE_MISSING -> true;
            default -> false;
        };
    }

    /** Whether waiting may help; otherwise a person has to do something first. */
    public boolean passes() {
        return passes;
    }
}
