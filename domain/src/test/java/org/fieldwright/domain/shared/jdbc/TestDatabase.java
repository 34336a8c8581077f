package org.fieldwright.domain.shared.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fieldwright.migrations.Migrations;

/** One PostgreSQL a test JVM, one fresh migrated database a call. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {}

    /** An empty database with all migrations applied. */
    public static synchronized DataSource fresh() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
                Migrations.apply(server.getTemplateDatabase());
            }
            String name = "test" + COUNT.incrementAndGet();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " template template1");
            }
            return server.getDatabase("postgres", name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new StorageException(failure);
        }
    }
}
