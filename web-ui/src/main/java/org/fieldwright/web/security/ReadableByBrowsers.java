package org.fieldwright.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/**
 * The description of the API and the metrics are made by the server, which offers no HTML: a browser that asks for nothing else
 * gets what it can show as it is.
 */
final class ReadableByBrowsers extends HttpServletRequestWrapper {
    private static final String ACCEPT = "Accept";

    private final String instead;

    private ReadableByBrowsers(HttpServletRequest request, String instead) {
        super(request);
        this.instead = instead;
    }

    static HttpServletRequest of(HttpServletRequest request) {
        String accepted = Optional.ofNullable(request.getHeader(ACCEPT)).orElse("");
        boolean byTheServer = Doors.isDescription(request) || Doors.isWatched(request);
        return byTheServer && accepted.contains("text/html")
                ? new ReadableByBrowsers(request, Doors.isDescription(request) ? "application/json" : "*/*")
                : request;
    }

    @Override
    public String getHeader(String name) {
        return name.equalsIgnoreCase(ACCEPT) ? instead : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase(ACCEPT) ? Collections.enumeration(List.of(instead)) : super.getHeaders(name);
    }
}
