package org.fieldwright.launch;

import java.net.URI;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.fieldwright.web.security.oidc.PretendProvider;

/**
 * A portal as a shop runs it: https, an identity provider, a language model, a proxy before it, narrow limits.
 *
 * @param address by https, with a slash at its end
 * @param trust what a client needs to believe its certificate
 * @param model the language model, which says what a test says
 * @param provider the identity provider, which signs in whoever a test says
 */
public record GuardedPortal(URI address, Path data, SSLContext trust, PretendProvider provider, PretendModel model) {
    /** The limit of uploads. */
    public static final int MEGABYTES = 1;

    /** Failed tries to sign in a minute, from one address. */
    public static final int SIGN_INS = 5;

    /** Events without a good signature a minute, from one address. */
    public static final int UNPROVEN_EVENTS = 3;
}
