package org.fieldwright.domain.people;

/** Turns passwords into hashes that are slow to guess, and checks them. */
public interface Passwords {
    String hash(String password);

    /** Takes as long for a wrong password as for the right one; false for an empty or foreign hash. */
    boolean matches(String password, String hash);

    /** Whether a hash was made at another cost than today's. */
    boolean isOutdated(String hash);
}
