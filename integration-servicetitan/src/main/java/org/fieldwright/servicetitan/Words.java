package org.fieldwright.servicetitan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text on its way into an address. */
final class Words {
    private Words() {}

    /** Encoded by us: the client would take braces for templates, and leave what looks encoded as it is. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
