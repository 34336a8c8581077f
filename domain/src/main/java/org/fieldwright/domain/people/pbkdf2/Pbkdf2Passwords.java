package org.fieldwright.domain.people.pbkdf2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fieldwright.domain.people.Passwords;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;

/**
 * PBKDF2-HMAC-SHA-512 with 210,000 rounds (OWASP Password Storage Cheat Sheet; the platform's default is 2,048). A hash keeps
 * a processor busy for a tenth of a second or more, so only as many run at once as there are processors.
 */
@ApplicationScoped
class Pbkdf2Passwords implements Passwords {
    static final int ROUNDS = 210_000;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final Map<String, String> COST = Map.of(
            "Pbkdf2PasswordHash.Algorithm",
            ALGORITHM,
            "Pbkdf2PasswordHash.Iterations",
            Integer.toString(ROUNDS),
            "Pbkdf2PasswordHash.SaltSizeBytes",
            "32",
            "Pbkdf2PasswordHash.KeySizeBytes",
            "32");
    private static final long PATIENCE_SECONDS = 10;

    private Pbkdf2PasswordHash pbkdf2;
    private Semaphore places;

    /** For the container's proxy. */
    protected Pbkdf2Passwords() {}

    @Inject
    Pbkdf2Passwords(Pbkdf2PasswordHash pbkdf2) {
        this.pbkdf2 = pbkdf2;
        this.places = new Semaphore(Runtime.getRuntime().availableProcessors());
        pbkdf2.initialize(COST);
    }

    @Override
    public String hash(String password) {
        return inPlace(() -> pbkdf2.generate(password.toCharArray()));
    }

    @Override
    public boolean matches(String password, String hash) {
        return inPlace(() -> {
            try {
                return pbkdf2.verify(password.toCharArray(), hash);
            } catch (IllegalArgumentException foreign) {
                return false;
            }
        });
    }

    @Override
    public boolean isOutdated(String hash) {
        return !hash.startsWith(ALGORITHM + ":" + ROUNDS + ":");
    }

    private <T> T inPlace(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new FaultException(
                        Fault.UNAVAILABLE, "Too many people sign in at this moment. Please try again in a minute.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FaultException(Fault.UNAVAILABLE, "The server is stopping. Please try again later.", stopped);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
