package org.fieldwright.web.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where somebody goes after signing in: only ever a page of this portal. */
final class LocalAddress {
    private static final Pattern PLAIN = Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~!$&'()*+,=:@%/?-]*");
    private static final int LONGEST = 2_000;

    private LocalAddress() {}

    /** The address if it is a page here; empty for addresses elsewhere, of the API, and of signing in and out. */
    static Optional<String> of(String wanted) {
        if (wanted == null
                || wanted.length() > LONGEST
                || !PLAIN.matcher(wanted).matches()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(wanted);
            String path = uri.getPath();
            boolean page = uri.getScheme() == null
                    && uri.getAuthority() == null
                    && uri.normalize().getRawPath().equals(uri.getRawPath())
                    && path.startsWith("/")
                    && !path.contains("\\")
                    && !path.startsWith("/sign")
                    && !path.startsWith("/api/");
            return page ? Optional.of(wanted) : Optional.empty();
        } catch (URISyntaxException crooked) {
            return Optional.empty();
        }
    }
}
