package org.fieldwright.web.frame;

import java.util.Optional;
import java.util.UUID;

/** Reads ids from addresses, where anybody may write anything. */
public final class Ids {
    private Ids() {}

    /** Empty when there is no text, or the text is not an id. */
    public static Optional<UUID> uuid(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
