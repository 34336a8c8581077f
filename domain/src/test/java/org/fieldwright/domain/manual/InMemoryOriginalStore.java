package org.fieldwright.domain.manual;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;

/** Originals that are gone at the end of the test. */
public class InMemoryOriginalStore implements OriginalStore {
    private final Map<String, byte[]> originals = new HashMap<>();

    @Override
    public Stored keep(InputStream content, long maxBytes) throws IOException {
        byte[] bytes = content.readAllBytes();
        if (bytes.length > maxBytes) {
            throw new FaultException(Fault.TOO_LARGE, "The file is larger than this server accepts.");
        }
        String name = sha256(bytes);
        originals.put(name, bytes);
        return new Stored(name, bytes.length);
    }

    @Override
    public void copyTo(String sha256, Path target) throws IOException {
        Files.write(target, content(sha256));
    }

    @Override
    public InputStream open(String sha256) {
        return new ByteArrayInputStream(content(sha256));
    }

    @Override
    public void forget(String sha256) {
        originals.remove(sha256);
    }

    private byte[] content(String sha256) {
        return Optional.ofNullable(originals.get(sha256))
                .orElseThrow(() -> new FaultException(Fault.NOT_FOUND, "The original is not here any more."));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
