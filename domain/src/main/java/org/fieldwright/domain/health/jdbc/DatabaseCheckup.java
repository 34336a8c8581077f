package org.fieldwright.domain.health.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.health.Part;
import org.fieldwright.domain.shared.InWords;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** Whether the database answers within two seconds, and which one it is. */
@ApplicationScoped
class DatabaseCheckup implements Checkup {
    private static final int SECONDS = 2;

    /** What the launcher calls the PostgreSQL that it brings along. */
    private static final String OWN = "fieldwright";

    private DataSource dataSource;

    /** For the container's proxy. */
    protected DatabaseCheckup() {}

    @Inject
    DatabaseCheckup(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Part part() {
        return Part.DATABASE;
    }

    @Override
    public Finding look() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS) ? answering(connection) : silent();
        } catch (SQLException unreachable) {
            return silent();
        }
    }

    private static Finding answering(Connection connection) throws SQLException {
        return Jdbc.query(
                        connection,
                        """
                        select split_part(current_setting('server_version'), ' ', 1), current_setting('cluster_name'),
                            current_database(), pg_database_size(current_database())
                        """,
                        row -> told(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .getFirst();
    }

    static Finding told(String version, String cluster, String name, long bytes) {
        boolean own = OWN.equals(cluster);
        return Finding.good(
                        Part.DATABASE,
                        own ? "Fieldwright’s own PostgreSQL answers." : "Your PostgreSQL server answers.")
                .with("version", version)
                .with("name", name)
                .with("size", InWords.bytes(bytes));
    }

    private static Finding silent() {
        return Finding.bad(
                Part.DATABASE,
                "The database does not answer.",
                "See that PostgreSQL runs and can be reached from this machine. The portal goes on by itself as soon as it"
                        + " answers again.");
    }
}
