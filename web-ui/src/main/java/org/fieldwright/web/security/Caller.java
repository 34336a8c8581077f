package org.fieldwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Where a request comes from. */
@ApplicationScoped
class Caller {
    private SecuritySettings settings;

    /** For the container's proxy. */
    protected Caller() {}

    @Inject
    Caller(SecuritySettings settings) {
        this.settings = settings;
    }

    /** The caller's address; what a proxy says of it counts only when the proxy is trusted. */
    String address(HttpServletRequest request) {
        String direct = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !settings.trustedProxies().contains(direct)) {
            return direct;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.isEmpty() ? direct : last;
    }

    /** Whether it comes from this very machine, and not through a proxy on it. */
    boolean isHere(HttpServletRequest request) {
        boolean forwarded = request.getHeader("X-Forwarded-For") != null
                || request.getHeader("Forwarded") != null
                || request.getHeader("X-Forwarded-Host") != null
                || request.getHeader("Via") != null;
        try {
            // a literal address: nothing is looked up
            return !forwarded && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException odd) {
            return false;
        }
    }

    /** Whether it carries the token of those who watch the server. */
    boolean isWatcher(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        return settings.healthToken()
                .filter(token -> MessageDigest.isEqual(bytes("Bearer " + token), bytes(header)))
                .isPresent();
    }

    /**
     * Whether a browser sent it for a page of ours. Browsers say where a request comes from; a program that says nothing
     * carries nobody's cookies by accident.
     */
    boolean isFromOurPages(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return isOurs(origin, request);
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String referer = request.getHeader("Referer");
        return referer == null || isOurs(referer, request);
    }

    private boolean isOurs(String origin, HttpServletRequest request) {
        try {
            URI uri = URI.create(origin);
            if (uri.getHost() == null) {
                return false;
            }
            return settings.publicAddress()
                    .map(ours -> sameSite(ours, uri))
                    .orElseGet(() -> uri.getRawAuthority().equalsIgnoreCase(request.getHeader("Host")));
        } catch (IllegalArgumentException crooked) {
            return false;
        }
    }

    /** The address people use: the one that was set, or the one that this request came to. */
    URI portal(HttpServletRequest request) {
        return settings.publicAddress()
                .orElseGet(() -> URI.create(request.getScheme() + "://" + request.getHeader("Host")));
    }

    private static boolean sameSite(URI ours, URI theirs) {
        return ours.getScheme().equals(theirs.getScheme())
                && ours.getHost().equalsIgnoreCase(theirs.getHost())
                && ours.getPort() == theirs.getPort();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
