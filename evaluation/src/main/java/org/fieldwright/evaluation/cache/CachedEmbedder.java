package org.fieldwright.evaluation.cache;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fieldwright.domain.manual.Embedder;

/** Embeds each text once, and keeps the vectors in a file named by the model. */
public final class CachedEmbedder implements Embedder, AutoCloseable {
    private static final int DIGEST = 32;

    private final Embedder embedder;
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();
    private final DataOutputStream file;

    public CachedEmbedder(Embedder embedder, Path folder) throws IOException {
        this.embedder = embedder;
        Files.createDirectories(folder);
        Path kept = folder.resolve(embedder.model() + ".vectors");
        if (Files.exists(kept)) {
            read(kept);
        }
        file = new DataOutputStream(Files.newOutputStream(kept, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    private void read(Path kept) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(kept), 1 << 16))) {
            byte[] digest = new byte[DIGEST];
            while (true) {
                in.readFully(digest);
                float[] vector = new float[embedder.dimensions()];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = in.readFloat();
                }
                vectors.put(HexFormat.of().formatHex(digest), vector);
            }
        } catch (EOFException end) {
            // the end, or a last record that was cut off: it is embedded again
        }
    }

    @Override
    public String model() {
        return embedder.model();
    }

    @Override
    public int dimensions() {
        return embedder.dimensions();
    }

    @Override
    public float[] ofPassage(String text) {
        byte[] digest = digest(text);
        return vectors.computeIfAbsent(HexFormat.of().formatHex(digest), key -> {
            float[] vector = embedder.ofPassage(text);
            keep(digest, vector);
            return vector;
        });
    }

    @Override
    public float[] ofQuestion(String text) {
        return embedder.ofQuestion(text);
    }

    private void keep(byte[] digest, float[] vector) {
        synchronized (file) {
            try {
                file.write(digest);
                for (float value : vector) {
                    file.writeFloat(value);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
