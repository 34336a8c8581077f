package org.fieldwright.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One PostgreSQL a test JVM, one fresh empty database a call. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;
    private static boolean seeded;

    private TestDatabase() {}

    /** An empty database. */
    public static synchronized DataSource fresh() {
        return create("template1");
    }

    /** A copy of the small shop as it is on the day of {@link SeededShop}; made once, copied for every test. */
    public static synchronized DataSource seeded() {
        if (!seeded) {
            DataSource shop = create("template1", "shop");
            new Sandbox(shop, SandboxSettings.demo(), new MovingClock("2026-05-21T15:00:00Z")).close();
            seeded = true;
        }
        return create("shop");
    }

    private static DataSource create(String template) {
        return create(template, "sandbox" + COUNT.incrementAndGet());
    }

    private static DataSource create(String template, String name) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " template " + template);
            }
            return server.getDatabase("postgres", name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
