package org.fieldwright.domain.manual;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** Names a manual for ever, across its editions. */
public record ManualId(UUID value) {
    public ManualId {
        requireNonNull(value, "value");
    }

    public static ManualId random() {
        return new ManualId(UUID.randomUUID());
    }

    /**
     * Reads an id from outside; empty when it is not one.
     *
     * @param text null where an address left it out
     */
    public static Optional<ManualId> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ManualId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
