package org.fieldwright.web.api;

import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.fieldwright.web.problem.Refusal;

/** Refusals as answers of the API: problem details (RFC 9457). */
final class Problem {
    private Problem() {}

    static Response response(Refusal refusal) {
        return Response.status(refusal.status())
                .type(Refusal.MEDIA_TYPE)
                .entity(refusal.json())
                .build();
    }

    /** The name of a constant as programs read it. */
    static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
