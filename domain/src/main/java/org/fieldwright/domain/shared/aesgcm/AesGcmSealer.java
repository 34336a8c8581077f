package org.fieldwright.domain.shared.aesgcm;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.Sealer;

/**
 * AES-256 in Galois/Counter Mode (NIST SP 800-38D), a fresh random nonce of 96 bits each time, the purpose as associated data. The key
 * is HMAC-SHA-256 of a fixed label under {@code fieldwright.secrets.key}. Sealed: one byte of version, the nonce, the cipher text.
 */
@ApplicationScoped
class AesGcmSealer implements Sealer {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int FEWEST_CHARACTERS = 32;

    private final SecureRandom random = new SecureRandom();
    private Optional<SecretKey> key = Optional.empty();

    /** For the container's proxy. */
    protected AesGcmSealer() {}

    @Inject
    AesGcmSealer(Config config) {
        this(config.getOptionalValue("fieldwright.secrets.key", String.class));
    }

    AesGcmSealer(Optional<String> secret) {
        this.key = secret.map(String::strip).filter(text -> !text.isEmpty()).map(AesGcmSealer::derived);
    }

    private static SecretKey derived(String secret) {
        if (secret.length() < FEWEST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "fieldwright.secrets.key must have at least " + FEWEST_CHARACTERS + " characters");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal("fieldwright sealed secrets".getBytes(UTF_8)), "AES");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public byte[] seal(String purpose, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret.getBytes(UTF_8));
            return ByteBuffer.allocate(1 + NONCE_BYTES + text.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(text)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String open(String purpose, byte[] sealed) {
        try {
            if (sealed.length < 1 + NONCE_BYTES || sealed[0] != VERSION) {
                throw new GeneralSecurityException("not sealed by this version");
            }
            ByteBuffer parts = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
            byte[] nonce = new byte[NONCE_BYTES];
            parts.get(nonce);
            byte[] text = new byte[parts.remaining()];
            parts.get(text);
            return new String(cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(text), UTF_8);
        } catch (GeneralSecurityException cannotBeOpened) {
            throw new FaultException(
                    Fault.UNAVAILABLE,
                    "A kept secret cannot be opened: it was sealed with another fieldwright.secrets.key, or was damaged."
                            + " Bring the old key back, or enter the secret again.",
                    cannotBeOpened);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        SecretKey known = key.orElseThrow(() -> new FaultException(
                Fault.UNAVAILABLE,
                "Secrets can be kept once fieldwright.secrets.key is set on the server. Nothing was changed."));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, known, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(UTF_8));
        return cipher;
    }
}
