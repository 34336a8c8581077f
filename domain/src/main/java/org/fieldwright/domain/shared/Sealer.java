package org.fieldwright.domain.shared;

/** Encrypts what must not be readable in the database or a backup of it. */
public interface Sealer {
    /**
     * Makes it unreadable, differently each time.
     *
     * @param purpose what it is for; it opens for the same purpose only
     * @throws FaultException UNAVAILABLE when no key is configured
     */
    byte[] seal(String purpose, String secret);

    /**
     * Makes it readable again.
     *
     * @throws FaultException UNAVAILABLE when no key is configured, or it was sealed with another one, for another purpose, or changed
     */
    String open(String purpose, byte[] sealed);
}
