package org.fieldwright.web.account;

import java.time.Instant;
import org.fieldwright.domain.people.ApiToken;

/** A token ready to be drawn in a list. */
public record TokenRow(ApiToken token) {
    public boolean used() {
        return token.lastUsed().isPresent();
    }

    public Instant lastUsed() {
        return token.lastUsed().orElseThrow();
    }
}
