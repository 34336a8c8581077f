package org.fieldwright.sandbox.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.store.Bytes;
import org.fieldwright.sandbox.store.Json;

/**
 * A response, without a server around it.
 *
 * @param after how long it is held back
 * @param lost the work is done, but the caller never hears of it: the connection breaks
 */
public record Answer(int status, Map<String, String> headers, Bytes body, Duration after, boolean lost) {
    public static Answer json(int status, JsonNode body) {
        return bytes(status, "application/json; charset=utf-8", Bytes.of(Json.write(body)));
    }

    public static Answer bytes(int status, String contentType, Bytes body) {
        return new Answer(status, Map.of("Content-Type", contentType), body, Duration.ZERO, false);
    }

    /** A page without scripts. */
    public static Answer page(String html) {
        return bytes(200, "text/html; charset=utf-8", Bytes.of(html))
                .with("Content-Security-Policy", "default-src 'none'; style-src 'self'");
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), Bytes.NONE, Duration.ZERO, false);
    }

    public static Answer refusal(Problem problem) {
        return json(problem.status(), problem.body());
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, after, lost);
    }

    Answer slow(Duration wait) {
        return new Answer(status, headers, body, wait, lost);
    }

    Answer gone() {
        return new Answer(status, headers, body, after, true);
    }
}
