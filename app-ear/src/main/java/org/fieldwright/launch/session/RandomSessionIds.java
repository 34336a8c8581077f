package org.fieldwright.launch.session;

import com.sun.enterprise.util.uuid.UuidGenerator;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Session identifiers of 256 random bits, as 64 hexadecimal digits.
 *
 * <p>The server's own identifiers mix clock, address and identity hash and leave about 56 bits to chance; OWASP ASVS
 * 7.2.3 asks for 128.
 */
public final class RandomSessionIds implements UuidGenerator {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String generateUuid() {
        byte[] id = new byte[BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** The same: the session it is for says nothing that an identifier should contain. */
    @Override
    public String generateUuid(Object session) {
        return generateUuid();
    }
}
