package org.fieldwright.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** Which addresses are open to everyone. Everything that is not named here is closed. */
final class Doors {
    static final String SIGN_IN = "/signin";
    static final String WELCOME = "/welcome";
    static final String SIGN_OUT = "/signout";
    static final String API = "/api/";
    static final String DESCRIPTION = "/openapi";
    static final String TOKENS = "/api/v1/tokens";
    private static final String EVENTS = "/webhooks/servicetitan";

    /** The look, the scripts, the pictures: nothing of the shop. */
    private static final List<String> RESOURCES = List.of("/jakarta.faces.resource/");

    private static final Set<String> WATCHED = Set.of("/health", "/metrics");
    private static final Set<String> UPLOADS = Set.of("/api/v1/manuals", "/admin/manuals", "/admin/manuals.xhtml");
    private static final Set<String> OPEN =
            Set.of(SIGN_IN, WELCOME, "/signin/oidc", "/signin/oidc/back", "/robots.txt");

    private Doors() {}

    static boolean isOpen(HttpServletRequest request) {
        String path = path(request);
        return OPEN.contains(path)
                || isResource(request)
                || takesEvents(request)
                || (path.equals(TOKENS) && request.getMethod().equals("POST"));
    }

    static boolean isResource(HttpServletRequest request) {
        return RESOURCES.stream().anyMatch(path(request)::startsWith);
    }

    static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith(API);
    }

    /** Where events come in from outside. They prove themselves by their signature: no session counts there, and no page of ours sends any. */
    static boolean takesEvents(HttpServletRequest request) {
        return path(request).equals(EVENTS) && request.getMethod().equals("POST");
    }

    /** Where manuals come in: by page and by program. */
    static boolean takesUploads(HttpServletRequest request) {
        return UPLOADS.contains(path(request));
    }

    /** The description of the API, for programs and for people. */
    static boolean isDescription(HttpServletRequest request) {
        return path(request).equals(DESCRIPTION);
    }

    /** Where a token says who is there, as well as a session does. */
    static boolean takesTokens(HttpServletRequest request) {
        return isApi(request) || isDescription(request);
    }

    /** What watchers read: health and metrics. */
    static boolean isWatched(HttpServletRequest request) {
        String path = path(request);
        return WATCHED.stream().anyMatch(watched -> path.equals(watched) || path.startsWith(watched + "/"));
    }

    static boolean isHealth(HttpServletRequest request) {
        return isWatched(request) && path(request).startsWith("/health");
    }

    /** As the server understands it: decoded, without parameters. */
    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
