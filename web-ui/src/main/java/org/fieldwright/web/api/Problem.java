package org.fieldwright.web.api;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.fieldwright.domain.shared.Fault;

/**
 * An error as problem details (RFC 9457).
 *
 * @param code stable, for programs
 * @param detail what happened, what was kept, what to do
 * @param incident the number to quote; blank when there is nothing to look up
 */
record Problem(int status, String code, String detail, String incident) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Fault fault, String detail) {
        return new Problem(fault.httpStatus(), code(fault.name()), detail, "");
    }

    static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Response response() {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title())
                .add("status", status)
                .add("code", code)
                .add("detail", detail);
        if (!incident.isEmpty()) {
            body.add("incident", incident);
        }
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(body.build().toString())
                .build();
    }

    private String title() {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Unprocessable" : known.getReasonPhrase();
    }
}
