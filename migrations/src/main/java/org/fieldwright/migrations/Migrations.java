package org.fieldwright.migrations;

import static java.lang.System.Logger.Level.INFO;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings a database to the shape this version needs. */
public final class Migrations {
    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());

    private Migrations() {}

    /**
     * Applies what is missing, in order. Safe to call from several nodes at once.
     *
     * @throws org.flywaydb.core.api.FlywayException when the database is unreachable, or newer than this version
     */
    public static void apply(DataSource dataSource) {
        MigrateResult result = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load()
                .migrate();
        LOG.log(
                INFO,
                "database at version {0}, {1} migrations applied",
                result.migrationsExecuted == 0 ? result.initialSchemaVersion : result.targetSchemaVersion,
                result.migrationsExecuted);
    }
}
