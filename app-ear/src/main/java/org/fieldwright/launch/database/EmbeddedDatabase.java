package org.fieldwright.launch.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.launch.DataFolder;
import org.fieldwright.launch.KeptSecret;
import org.fieldwright.launch.LaunchRefused;

/**
 * A PostgreSQL 17 of our own: its programs come with Fieldwright, its tables stay in the data folder. It listens on
 * this machine only and asks everybody for a password.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String MAJOR_VERSION = "17";
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "fieldwright";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataFolder data;
    private final Path log;
    private final PostgresPrograms programs;
    private EmbeddedPostgres server;

    public EmbeddedDatabase(DataFolder data) {
        this.data = data;
        this.log = data.logs().resolve("postgres.log");
        this.programs = new PostgresPrograms(data.postgresPrograms());
    }

    /** Whether no tables have ever been kept in this folder. */
    public static boolean isFirstStart(DataFolder data) {
        return Files.notExists(data.postgres().resolve("PG_VERSION"));
    }

    /**
     * Starts the server, makes user and database where missing.
     *
     * @param port the port to listen on, 0 for any free one
     */
    public synchronized DatabaseAddress start(int port) throws LaunchRefused {
        try {
            refuseOtherVersion();
            stopLeftover();
            String superuserPassword = KeptSecret.in(data.root().resolve("postgres.password"));
            server = builder(superuserPassword).setPort(port).start();
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/";
            DatabaseAddress address = new DatabaseAddress(
                    url + OWNER, OWNER, KeptSecret.in(data.root().resolve("database.password")));
            try (Connection connection = DriverManager.getConnection(url + SUPERUSER, SUPERUSER, superuserPassword)) {
                makeOwner(connection, address.password());
                makeDatabase(connection, OWNER);
            }
            return address;
        } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
            throw LaunchRefused.database(
                    "Fieldwright's own PostgreSQL did not start: " + lastWords().orElse(e.getMessage())
                            + (runsAsRootInVain() ? " " + ROOT_ADVICE : "") + " Its log is " + log + ".",
                    e);
        }
    }

    /** Another database of the same owner, made where it is missing; the server must be running. */
    public synchronized DatabaseAddress another(String name) throws IOException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/";
        String superuserPassword = KeptSecret.in(data.root().resolve("postgres.password"));
        try (Connection connection = DriverManager.getConnection(url + SUPERUSER, SUPERUSER, superuserPassword)) {
            makeDatabase(connection, name);
        }
        return new DatabaseAddress(url + name, OWNER, KeptSecret.in(data.root().resolve("database.password")));
    }

    private EmbeddedPostgres.Builder builder(String superuserPassword) throws IOException {
        Path initialPassword = data.root().resolve("postgres.password");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.postgres())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(data.postgresPrograms().toFile())
                .setPGStartupWait(PATIENCE)
                .setConnectConfig("password", superuserPassword)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // The library is made for tests and trades safety for speed; these are PostgreSQL's own defaults again.
        Map.of(
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "max_connections", "100",
                        // By this name the portal knows that it is its own.
                        "cluster_name", "fieldwright",
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        // Containers give little shared memory; the tables here are small.
                        "max_parallel_workers_per_gather", "0",
                        "log_line_prefix", "'%m '",
                        "log_timezone", "UTC")
                .forEach(builder::setServerConfig);
        // Handed to initdb as options: everybody needs a password from the first moment on.
        Map.of(
                        "auth-local", "scram-sha-256",
                        "auth-host", "scram-sha-256",
                        "pwfile", initialPassword.toString(),
                        "locale", "C",
                        "locale-provider", "builtin",
                        "builtin-locale", "C.UTF-8")
                .forEach(builder::setLocaleConfig);
        return builder;
    }

    private void refuseOtherVersion() throws IOException, LaunchRefused {
        Path version = data.postgres().resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR_VERSION)) {
            throw LaunchRefused.database("The tables in " + data.postgres() + " are of PostgreSQL "
                    + Files.readString(version).strip() + "; this Fieldwright brings PostgreSQL " + MAJOR_VERSION
                    + ". Move them with pg_dump and pg_restore; docs/operations.md says how.");
        }
    }

    /** After a hard end of the launcher its PostgreSQL still runs, or has left a note with a process id of the past. */
    private void stopLeftover() throws IOException {
        Path note = data.postgres().resolve("postmaster.pid");
        if (Files.notExists(note)) {
            return;
        }
        List<String> lines = Files.readAllLines(note);
        Optional<ProcessHandle> leftover = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Math.abs(Long.parseLong(lines.getFirst().strip())));
        boolean runs = leftover.flatMap(process -> process.info().command())
                .filter(command -> command.startsWith(data.postgresPrograms().toString()))
                .isPresent();
        if (runs) {
            stopWithPrograms();
        } else {
            // The id may belong to another program by now, and PostgreSQL would believe that it is one of its own.
            Files.delete(note);
        }
    }

    private void stopWithPrograms() throws IOException {
        try {
            programs.stop(data.postgres(), log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was stopping", e);
        }
    }

    private static void makeOwner(Connection connection, String password) throws SQLException {
        boolean exists = exists(connection, "select 1 from pg_roles where rolname = ?", OWNER);
        try (Statement statement = connection.createStatement()) {
            // A statement of this kind takes no parameters; the password is of our own making and without quotes.
            statement.execute((exists ? "alter" : "create") + " role " + OWNER + " login password '" + password + "'");
        }
    }

    private static void makeDatabase(Connection connection, String name) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " owner " + OWNER);
            }
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static final String ROOT_ADVICE =
            "PostgreSQL refuses to be run by root, and this machine does not let root step down (unshare -U). "
                    + "Start Fieldwright as an ordinary user, or name a database with --database-url.";

    private static boolean runsAsRootInVain() {
        return System.getProperty("user.name").equals("root")
                && System.getProperty("os.name").startsWith("Linux")
                && !io.zonky.test.db.postgres.util.LinuxUtils.isUnshareAvailable();
    }

    private Optional<String> lastWords() {
        try {
            return Files.readAllLines(log).reversed().stream()
                    .filter(line -> line.contains("FATAL") || line.contains("error:"))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Stops the server; what was committed is on disk. Harmless when it never came up. */
    @Override
    public synchronized void close() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
        stopLeftover();
    }
}
