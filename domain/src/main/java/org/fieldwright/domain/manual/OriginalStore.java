package org.fieldwright.domain.manual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Keeps originals by their content: the same bytes are kept once. */
public interface OriginalStore {
    /**
     * Keeps the content and names it.
     *
     * @throws org.fieldwright.domain.shared.FaultException TOO_LARGE when it has more than {@code maxBytes}; nothing is kept
     */
    Stored keep(InputStream content, long maxBytes) throws IOException;

    /** Lays the original down as a file. */
    void copyTo(String sha256, Path target) throws IOException;

    InputStream open(String sha256) throws IOException;

    /** Forgets an original that no manual uses any more. */
    void forget(String sha256);

    /**
     * The name of what was kept.
     *
     * @param sha256 64 lower-case hex digits
     */
    record Stored(String sha256, long bytes) {}
}
