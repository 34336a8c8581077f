package org.fieldwright.domain.shared;

import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/** Reads a switch strictly: the platform would take a typing error in {@code true} for {@code false}. */
public final class OnOff {
    private OnOff() {}

    /**
     * The value of a key.
     *
     * @throws IllegalArgumentException when it is neither true nor false
     */
    public static boolean from(Config config, String key, boolean otherwise) {
        return config.getOptionalValue(key, String.class)
                .map(value -> switch (value.strip().toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(key + " must be true or false");
                })
                .orElse(otherwise);
    }
}
