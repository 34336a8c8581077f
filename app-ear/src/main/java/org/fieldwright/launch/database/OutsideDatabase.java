package org.fieldwright.launch.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.fieldwright.launch.LaunchRefused;

/** Looks at a PostgreSQL that the operator brings before a server is started against it. */
public final class OutsideDatabase {

    /** The oldest PostgreSQL that still gets fixes from its makers. */
    public static final int OLDEST_VERSION = 14;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private OutsideDatabase() {}

    /**
     * What the look found.
     *
     * @param version as the server names it, "15.18"
     * @param used whether Fieldwright's tables are there already
     */
    public record Found(String version, boolean used) {}

    /** Signs in and checks version and rights. */
    public static Found check(DatabaseAddress address) throws LaunchRefused {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(PATIENCE.toSeconds()));
        properties.setProperty("loginTimeout", Long.toString(PATIENCE.toSeconds()));
        try (Connection connection = DriverManager.getConnection(address.url(), properties);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("""
                        select current_setting('server_version_num')::int / 10000,
                               current_setting('server_version'),
                               has_schema_privilege(current_schema(), 'create'),
                               to_regclass('flyway_schema_history') is not null""")) {
            answer.next();
            if (answer.getInt(1) < OLDEST_VERSION) {
                throw LaunchRefused.database("The database server is PostgreSQL " + answer.getString(2)
                        + ". Fieldwright needs PostgreSQL " + OLDEST_VERSION + " or newer.");
            }
            if (!answer.getBoolean(3)) {
                throw LaunchRefused.database("The database user \"" + address.user()
                        + "\" may not make tables. Make it the owner of the database, or grant it: "
                        + "grant create on schema public to \"" + address.user() + "\";");
            }
            return new Found(answer.getString(2), answer.getBoolean(4));
        } catch (SQLException e) {
            throw LaunchRefused.database(explain(address, e), e);
        }
    }

    private static String explain(DatabaseAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "28P01", "28000", "08004" ->
                "The database refuses the user \"" + address.user() + "\" (" + firstLine(e)
                        + "). Check FIELDWRIGHT_DATABASE_USER and FIELDWRIGHT_DATABASE_PASSWORD.";
            case "3D000" ->
                "The database server answers, but has no such database (" + firstLine(e)
                        + "). Make it first: create database … owner \"" + address.user() + "\";";
            case "53300" -> "The database server has no connection left (" + firstLine(e) + "). Try again later.";
            case "57P03" ->
                "The database server is starting or stopping (" + firstLine(e) + "). Try again in a minute.";
            default ->
                "The database cannot be reached at " + address.url() + " (" + firstLine(e)
                        + "). Check that PostgreSQL runs there and that the address is right.";
        };
    }

    private static String firstLine(SQLException e) {
        String message = e.getMessage() == null ? "no reason given" : e.getMessage();
        return message.lines().findFirst().orElse("no reason given").strip();
    }
}
