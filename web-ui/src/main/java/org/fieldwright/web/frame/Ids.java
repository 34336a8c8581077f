package org.fieldwright.web.frame;

import java.util.Optional;
import java.util.UUID;

/** Reads ids from addresses, where anybody may write anything. */
public final class Ids {
    private Ids() {}

    /** Empty when the text is not an id. */
    public static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
