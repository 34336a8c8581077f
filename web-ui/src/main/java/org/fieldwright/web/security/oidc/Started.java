package org.fieldwright.web.security.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in that is under way: what the provider must bring back, kept in the session of the browser that began it. Good once,
 * and not for long.
 *
 * @param state comes back in the address
 * @param nonce comes back inside the signed token
 * @param verifier proves to the provider that the code came to whom it was meant for
 * @param next where the person wanted to go
 */
record Started(String state, String nonce, String verifier, String next, Instant at) implements Serializable {
    private static final String ATTRIBUTE = Started.class.getName();
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    static Started fresh(String next, Instant now) {
        return new Started(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), next, now);
    }

    void keepIn(HttpServletRequest request) {
        request.getSession(true).setAttribute(ATTRIBUTE, this);
    }

    /** Takes it out of the session, so that nothing can be shown twice. */
    static Optional<Started> takeFrom(HttpServletRequest request, String state, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Started started)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        boolean same = state != null && MessageDigest.isEqual(bytes(state), bytes(started.state));
        return same && started.at.plus(GOOD_FOR).isAfter(now) ? Optional.of(started) : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the secrets: this may reach a log. */
    @Override
    public String toString() {
        return "Started[" + at + "]";
    }
}
