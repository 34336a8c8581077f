package org.fieldwright.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void an_empty_database_gets_its_shape_and_a_second_start_changes_nothing() throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Migrations.apply(server.getPostgresDatabase());
            Migrations.apply(server.getPostgresDatabase());

            assertThat(count(server, "select count(*) from manual")).isZero();
            assertThat(count(server, "select count(*) - count(distinct version) from flyway_schema_history"))
                    .isZero();
        }
    }

    private static int count(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
