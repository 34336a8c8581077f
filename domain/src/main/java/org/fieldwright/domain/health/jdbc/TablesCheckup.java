package org.fieldwright.domain.health.jdbc;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import java.util.List;
import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.health.Part;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/**
 * Whether the tables still are as this server made them at its start. They can only have gone on since: by another server of a newer
 * version on the same database.
 */
@ApplicationScoped
class TablesCheckup implements Checkup {
    private Jdbc jdbc;
    private volatile String atStart = "";

    /** For the container's proxy. */
    protected TablesCheckup() {}

    @Inject
    TablesCheckup(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** After the migrations, which come first. */
    void remember(@Observes @Priority(150) ServletContextEvent opened) {
        remember();
    }

    void remember() {
        atStart = newest().version;
    }

    private record Step(String version, boolean done) {}

    @Override
    public Part part() {
        return Part.TABLES;
    }

    @Override
    public Finding look() {
        return judged(newest());
    }

    private Finding judged(Step newest) {
        if (!newest.done) {
            return Finding.bad(
                            Part.TABLES,
                            "Bringing the tables to version " + newest.version + " was broken off.",
                            "Restore the backup from before the update, or read the log of the server that tried it.")
                    .with("version", newest.version);
        }
        if (!newest.version.equals(atStart)) {
            return Finding.warn(
                            Part.TABLES,
                            "A newer Fieldwright has brought the tables to version " + newest.version
                                    + ". This server was made for version " + atStart + ".",
                            "Update this server too.")
                    .with("version", newest.version);
        }
        return Finding.good(Part.TABLES, "The tables are up to date.").with("version", newest.version);
    }

    private Step newest() {
        List<Step> steps = jdbc.query("""
                select version, success from flyway_schema_history
                where version is not null order by installed_rank desc limit 1
                """, row -> new Step(row.getString(1), row.getBoolean(2)));
        return steps.getFirst();
    }
}
