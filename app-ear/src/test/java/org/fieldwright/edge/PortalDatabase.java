package org.fieldwright.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The tables of a running portal, for what a test cannot wait for or has no page for yet. */
public final class PortalDatabase {
    private static final int LINE_OF_THE_PORT = 3;

    private final Path data;

    public PortalDatabase(Path data) {
        this.data = data;
    }

    public int change(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number that a query gives. */
    public long number(String sql) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException, IOException {
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(LINE_OF_THE_PORT);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/fieldwright",
                "fieldwright",
                Files.readString(data.resolve("database.password")).strip());
    }
}
