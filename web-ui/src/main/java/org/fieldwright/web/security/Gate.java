package org.fieldwright.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Person;

/**
 * Lets a request through when its address is open to everyone, or when it is known who sends it and that a page of ours made
 * it. Whoever may come in is asked to sign in; what somebody may do is checked by the use cases.
 */
public class Gate extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** No address of ours needs any of it; with it, old servers were led past their checks. */
    private static final Pattern CROOKED = Pattern.compile(
            "[;\\\\\\x00-\\x20\\x7f]|//|/\\.{1,2}(/|$)|%(00|0[0-9a-f]|1[0-9a-f]|25|2e|2f|3b|5c|7f)",
            Pattern.CASE_INSENSITIVE);

    private transient Caller caller;

    @Inject
    void setCaller(Caller caller) {
        this.caller = caller;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!METHODS.contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (CROOKED.matcher(request.getRequestURI()).find()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (Doors.isWatched(request)) {
            watch(request, response, chain);
        } else if (!Doors.isOpen(request) && SignedInPerson.of(request).isEmpty()) {
            askToSignIn(request, response);
        } else if (needsOurPage(request) && !caller.isFromOurPages(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(ReadableByBrowsers.of(request), response);
        }
    }

    private void watch(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Person> person = SignedInPerson.of(request);
        boolean allowed = (Doors.isHealth(request) && caller.isHere(request))
                || caller.isWatcher(request)
                || person.filter(known -> known.may(Permission.SEE_HEALTH)).isPresent();
        if (allowed) {
            chain.doFilter(ReadableByBrowsers.of(request), response);
        } else if (person.isPresent()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /** A bearer token is no cookie: no browser sends it by itself. */
    private static boolean needsOurPage(HttpServletRequest request) {
        boolean byToken = Doors.isApi(request) && request.getHeader("Authorization") != null;
        boolean upgrades = request.getHeader("Upgrade") != null;
        boolean streams = Optional.ofNullable(request.getHeader("Accept"))
                .filter(accept -> accept.contains("text/event-stream"))
                .isPresent();
        return !byToken && !Doors.takesEvents(request) && (!SAFE.contains(request.getMethod()) || upgrades || streams);
    }

    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("Faces-Request") != null) {
            redirectPage(response, signInFor(refererOf(request)));
        } else if (isNavigation(request)) {
            String query = request.getQueryString();
            String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
            response.sendRedirect(signInFor(Optional.of(wanted)));
        } else {
            if (Doors.isApi(request)) {
                response.setHeader("WWW-Authenticate", "Bearer");
            }
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static boolean isNavigation(HttpServletRequest request) {
        String accept =
                Optional.ofNullable(request.getHeader("Accept")).orElse("").toLowerCase(Locale.ROOT);
        return request.getMethod().equals("GET") && !Doors.isApi(request) && accept.contains("text/html");
    }

    private static Optional<String> refererOf(HttpServletRequest request) {
        String host = "//" + request.getHeader("Host");
        return Optional.ofNullable(request.getHeader("Referer"))
                .filter(referer -> referer.contains(host))
                .map(referer -> referer.substring(referer.indexOf(host) + host.length()));
    }

    private static String signInFor(Optional<String> wanted) {
        return wanted.flatMap(LocalAddress::of)
                .filter(address -> !address.equals("/"))
                .map(address -> Doors.SIGN_IN + "?next=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .orElse(Doors.SIGN_IN);
    }

    /** Takes the whole page elsewhere in answer to a request for a part of it. */
    static void redirectPage(HttpServletResponse response, String address) throws IOException {
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write("<?xml version='1.0' encoding='UTF-8'?>\n<partial-response><redirect url=\""
                        + address.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
                        + "\"></redirect></partial-response>");
    }
}
