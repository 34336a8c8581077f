package org.fieldwright.domain.manual.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.fieldwright.domain.manual.OriginalStore;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.Sha256;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** Originals in parts of 1 MiB, so that none is ever whole in memory. */
@ApplicationScoped
class JdbcOriginalStore implements OriginalStore {
    private static final int PART = 1 << 20;

    private Jdbc jdbc;

    /** For the container's proxy. */
    protected JdbcOriginalStore() {}

    @Inject
    JdbcOriginalStore(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stored keep(InputStream content, long maxBytes) throws IOException {
        // The name is known only at the end: lay the content down beside the database first.
        Path spool = Files.createTempFile("fieldwright-original", null);
        try {
            Stored stored = spool(content, maxBytes, spool);
            jdbc.inTransaction(connection -> insert(connection, stored, spool));
            return stored;
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private static Stored spool(InputStream content, long maxBytes, Path spool) throws IOException {
        MessageDigest digest = Sha256.digest();
        long bytes = 0;
        try (InputStream in = new DigestInputStream(content, digest);
                OutputStream out = Files.newOutputStream(spool)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > maxBytes) {
                    throw new FaultException(
                            Fault.TOO_LARGE,
                            "The file is larger than the " + maxBytes / PART
                                    + " MB this server accepts. Nothing of it was kept. Split it, or ask an administrator to raise the limit.");
                }
                out.write(buffer, 0, read);
            }
        }
        return new Stored(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    private static boolean insert(Connection connection, Stored stored, Path spool) throws SQLException {
        int added = Jdbc.update(
                connection,
                "insert into original (sha256, bytes) values (?, ?) on conflict do nothing",
                stored.sha256(),
                stored.bytes());
        if (added == 0) {
            return false;
        }
        try (InputStream in = Files.newInputStream(spool)) {
            int number = 0;
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                Jdbc.update(
                        connection,
                        "insert into original_part (sha256, number, content) values (?, ?, ?)",
                        stored.sha256(),
                        number++,
                        part);
            }
        } catch (IOException failure) {
            throw new SQLException("the spooled original could not be read", failure);
        }
        return true;
    }

    @Override
    public void copyTo(String sha256, Path target) throws IOException {
        try (InputStream in = open(sha256);
                OutputStream out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
    }

    @Override
    public InputStream open(String sha256) {
        long bytes = jdbc.first("select bytes from original where sha256 = ?", row -> row.getLong(1), sha256)
                .orElseThrow(() -> new FaultException(Fault.NOT_FOUND, "The original is not here any more."));
        int parts = Math.toIntExact((bytes + PART - 1) / PART);
        return new SequenceInputStream(new Parts(sha256, parts));
    }

    @Override
    public void forget(String sha256) {
        jdbc.update(
                "delete from original where sha256 = ? and not exists (select 1 from manual m where m.sha256 = original.sha256)",
                sha256);
    }

    /** Fetches a part only when the one before is used up. */
    @SuppressWarnings("JdkObsolete") // what SequenceInputStream asks for
    private final class Parts implements Enumeration<InputStream> {
        private final String sha256;
        private final int count;
        private int next;

        Parts(String sha256, int count) {
            this.sha256 = sha256;
            this.count = count;
        }

        @Override
        public boolean hasMoreElements() {
            return next < count;
        }

        @Override
        public InputStream nextElement() {
            Optional<byte[]> part = jdbc.first(
                    "select content from original_part where sha256 = ? and number = ?",
                    row -> row.getBytes(1),
                    sha256,
                    next++);
            return new ByteArrayInputStream(part.orElseThrow(NoSuchElementException::new));
        }
    }
}
