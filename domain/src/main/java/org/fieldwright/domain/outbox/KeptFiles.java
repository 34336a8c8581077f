package org.fieldwright.domain.outbox;

import java.io.InputStream;
import java.util.NoSuchElementException;
import org.fieldwright.domain.shared.FaultException;

/** Files that effects carry, kept by their content. */
public interface KeptFiles {
    /** The most a file may have: 25 MB. */
    int MOST_BYTES = 25 * 1024 * 1024;

    /**
     * Keeps a file, once however often it comes.
     *
     * @return the SHA-256 of its content, in lower-case hex
     * @throws FaultException INVALID when it is empty, TOO_LARGE when it has more than {@link #MOST_BYTES}; nothing is kept
     */
    String keep(byte[] content);

    /**
     * The content of a file; the caller closes it.
     *
     * @param sha256 of its content, in hex
     * @throws NoSuchElementException when it is not kept (any more)
     */
    InputStream open(String sha256);
}
