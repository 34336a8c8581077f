package org.fieldwright.domain.outbox;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Files for tests; a test may lay down under any name what the real ones would refuse. */
public class InMemoryKeptFiles implements KeptFiles {
    private final Map<String, byte[]> files = new HashMap<>();

    /** Lays down a file under a name of the test's own. */
    public void put(String sha256, byte[] content) {
        files.put(sha256, content);
    }

    @Override
    public String keep(byte[] content) {
        String name = "%064x".formatted(files.size());
        put(name, content);
        return name;
    }

    @Override
    public InputStream open(String sha256) {
        return new ByteArrayInputStream(Optional.ofNullable(files.get(sha256))
                .orElseThrow(() -> new NoSuchElementException(sha256)));
    }
}
