package org.fieldwright.servicetitan;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.fieldwright.domain.outbox.KeptFiles;

/** Files in memory, numbered in the order in which they came. */
final class PlainFiles implements KeptFiles {
    private final Map<String, byte[]> files = new HashMap<>();

    @Override
    public String keep(byte[] content) {
        String name = Integer.toString(files.size() + 1);
        files.put(name, content.clone());
        return name;
    }

    @Override
    public InputStream open(String sha256) {
        return new ByteArrayInputStream(
                Optional.ofNullable(files.get(sha256)).orElseThrow(() -> new NoSuchElementException(sha256)));
    }
}
