package org.fieldwright.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes very many documents at once; only a few thousand are in memory at a time. */
public final class Bulk {
    private static final int CHUNK = 2_000;
    private final CopyManager copy;
    private final StringBuilder waiting = new StringBuilder();
    private int count;
    private long written;
    private long id;
    private long number;
    private long revision;

    Bulk(Connection connection, long id, long number, long revision) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        this.id = id;
        this.number = number;
        this.revision = revision;
    }

    public long nextId() {
        return id++;
    }

    public long nextNumber() {
        return number++;
    }

    /** How many documents there are so far. */
    public long written() {
        return written;
    }

    long lastId() {
        return id;
    }

    long lastNumber() {
        return number;
    }

    long lastRevision() {
        return revision;
    }

    public void add(String kind, long documentId, ObjectNode body, Instant created, Instant modified, boolean active) {
        waiting.append(kind).append('\t').append(documentId).append('\t');
        escape(Json.write(body));
        waiting.append('\t')
                .append(active)
                .append('\t')
                .append(created)
                .append('\t')
                .append(modified);
        waiting.append('\t').append(revision++).append('\n');
        written++;
        if (++count == CHUNK) {
            flush();
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                waiting.append('\\');
            }
            waiting.append(c);
        }
    }

    void flush() {
        try {
            copy.copyIn(
                    "copy document (kind, id, body, active, created, modified, revision) from stdin",
                    new StringReader(waiting.toString()));
        } catch (SQLException failure) {
            throw new StoreException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        waiting.setLength(0);
        count = 0;
    }
}
