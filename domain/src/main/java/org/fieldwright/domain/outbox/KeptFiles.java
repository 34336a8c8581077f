package org.fieldwright.domain.outbox;

import java.io.InputStream;
import java.util.NoSuchElementException;

/** Files that effects carry, kept by their content. */
public interface KeptFiles {
    /**
     * The content of a file; the caller closes it.
     *
     * @param sha256 of its content, in hex
     * @throws NoSuchElementException when it is not kept (any more)
     */
    InputStream open(String sha256);
}
