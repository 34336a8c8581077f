package org.fieldwright.web.api;

import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;

/** Ids as they come in addresses and bodies. */
final class Ids {
    private Ids() {}

    static ManualId manual(String text) {
        return ManualId.parse(text)
                .orElseThrow(() -> new FaultException(Fault.NOT_FOUND, "There is no manual with this id."));
    }

    /** Empty for blank. */
    static Optional<UUID> conversation(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(uuid(text, "There is no conversation with this id."));
    }

    static UUID exchange(String text) {
        return uuid(text, "There is no question with this id.");
    }

    static UUID token(String text) {
        return uuid(text, "There is no token with this id.");
    }

    private static UUID uuid(String text, String otherwise) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new FaultException(Fault.NOT_FOUND, otherwise, notAnId);
        }
    }
}
