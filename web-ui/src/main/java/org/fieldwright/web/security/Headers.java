package org.fieldwright.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Tells the browser of every answer what it may do with it. */
public class Headers extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final String CACHE = "Cache-Control";
    private static final String CSP = "Content-Security-Policy";

    /**
     * Nothing but our own. Styles on elements are let pass because PrimeFaces sets widths and places that way; style sheets and
     * scripts are not. Ends where PrimeFaces adds the page's own {@code script-src} with its nonce.
     */
    static final String POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:;"
            + " worker-src 'self'; manifest-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; ";

    private static final String OWN_SCRIPTS = "script-src 'self'";

    private transient SecuritySettings settings;

    @Inject
    void setSettings(SecuritySettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(CSP, POLICY + OWN_SCRIPTS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy", "microphone=(self), camera=(self), geolocation=(), payment=(), usb=()");
        if (settings.secureCookies() || request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!Doors.isResource(request)) {
            response.setHeader(CACHE, "no-store");
        }
        chain.doFilter(request, new OnePolicy(response));
    }

    /** Makes one policy of ours and the nonce of PrimeFaces: two policies would both hold, and ours knows no nonce. */
    private static final class OnePolicy extends HttpServletResponseWrapper {
        OnePolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equalsIgnoreCase(CSP)) {
                setHeader(CSP, POLICY + value);
            } else if (name.equalsIgnoreCase(CACHE)) {
                setHeader(CACHE, value); // what an endpoint says of its own answer counts
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
