package org.fieldwright.domain.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** What lets somebody in beside the password: tokens, remembered browsers, a link that is out. */
@ApplicationScoped
class WaysIn {
    private Tokens tokens;
    private RememberedDevices devices;
    private Invitations invitations;

    /** For the container's proxy. */
    protected WaysIn() {}

    @Inject
    WaysIn(Tokens tokens, RememberedDevices devices, Invitations invitations) {
        this.tokens = tokens;
        this.devices = devices;
        this.invitations = invitations;
    }

    int tokensOf(UUID person) {
        return tokens.of(person).size();
    }

    int browsersOf(UUID person) {
        return devices.of(person).size();
    }

    /** Ends all of them. Sessions end by the account's generation. */
    void endAllOf(UUID person) {
        tokens.removeAllOf(person);
        devices.removeAllOf(person);
        invitations.removeOf(person);
    }
}
