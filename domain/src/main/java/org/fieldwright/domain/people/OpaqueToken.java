package org.fieldwright.domain.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.fieldwright.domain.shared.Sha256;

/** Random secrets that mean nothing by themselves, and the hashes they are kept as. */
final class OpaqueToken {
    private static final SecureRandom RANDOM = new SecureRandom();

    private OpaqueToken() {}

    /** Random bytes in the alphabet of addresses and cookies. */
    static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** 64 hex digits. A fast hash will do: nobody guesses 256 random bits. */
    static String sha256(String token) {
        return Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
    }

    /** Compares without telling by the time it takes where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
