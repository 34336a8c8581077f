package org.fieldwright.domain.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hash by which a delivery proves that it comes from who shares the key with us. */
final class Signature {
    private final WebhookSettings settings;

    Signature(WebhookSettings settings) {
        this.settings = settings;
    }

    /**
     * Whether this is the signature of these very bytes. Takes the same time wherever a wrong one differs.
     *
     * @param written as it stands in the header
     */
    boolean proves(byte[] body, String written) {
        String stripped = written.strip();
        if (!stripped.startsWith(settings.prefix())) {
            return false;
        }
        String code = stripped.substring(settings.prefix().length());
        byte[] expected = hash(body);
        boolean proven = false;
        for (byte[] candidate :
                Stream.of(hex(code), base64(code)).flatMap(Optional::stream).toList()) {
            proven |= MessageDigest.isEqual(expected, candidate);
        }
        return proven;
    }

    private byte[] hash(byte[] body) {
        String name = settings.algorithm().standardName();
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(settings.key().orElseThrow().getBytes(StandardCharsets.UTF_8), name));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<byte[]> hex(String code) {
        try {
            return settings.encoding() == WebhookSettings.Encoding.BASE64
                    ? Optional.empty()
                    : Optional.of(HexFormat.of().parseHex(code));
        } catch (IllegalArgumentException somethingElse) {
            return Optional.empty();
        }
    }

    /** Of either alphabet, padded or not. */
    private Optional<byte[]> base64(String code) {
        try {
            return settings.encoding() == WebhookSettings.Encoding.HEX
                    ? Optional.empty()
                    : Optional.of(
                            Base64.getDecoder().decode(code.replace('-', '+').replace('_', '/')));
        } catch (IllegalArgumentException somethingElse) {
            return Optional.empty();
        }
    }
}
