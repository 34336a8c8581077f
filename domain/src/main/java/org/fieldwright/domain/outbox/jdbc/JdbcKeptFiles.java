package org.fieldwright.domain.outbox.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.fieldwright.domain.outbox.KeptFiles;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.Sha256;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** Files as rows: they travel with the backup of the database. */
@ApplicationScoped
class JdbcKeptFiles implements KeptFiles {
    private Jdbc jdbc;
    private Clock clock;

    /** For the container's proxy. */
    protected JdbcKeptFiles() {}

    @Inject
    JdbcKeptFiles(Jdbc jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String keep(byte[] content) {
        if (content.length == 0) {
            throw new FaultException(Fault.INVALID, "The file is empty. Nothing was kept.");
        }
        if (content.length > MOST_BYTES) {
            throw new FaultException(Fault.TOO_LARGE, "The file is larger than 25 MB. Nothing was kept.");
        }
        String name = Sha256.hex(content);
        jdbc.update(
                "insert into kept_file (sha256, content, kept_at) values (?, ?, ?) on conflict do nothing",
                name,
                content,
                clock.instant());
        return name;
    }

    @Override
    public InputStream open(String sha256) {
        return jdbc.first("select content from kept_file where sha256 = ?", row -> row.getBytes(1), sha256)
                .map(ByteArrayInputStream::new)
                .orElseThrow(() -> new NoSuchElementException("no file " + sha256));
    }
}
