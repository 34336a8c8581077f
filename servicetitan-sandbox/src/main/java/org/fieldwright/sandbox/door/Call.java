package org.fieldwright.sandbox.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.sandbox.store.Bytes;

/**
 * A request, without a server around it.
 *
 * @param query as it stands in the address, still encoded; may be null
 * @param headers by their names in small letters
 */
public record Call(String method, String path, String query, Map<String, String> headers, Bytes body) {
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The parameters; of one that comes twice the values are joined by commas. */
    public Map<String, String> parameters() {
        return form(query == null ? "" : query);
    }

    static Map<String, String> form(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.merge(
                        decoded(pair.substring(0, equals)),
                        decoded(pair.substring(equals + 1)),
                        (one, other) -> one + "," + other);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }
}
