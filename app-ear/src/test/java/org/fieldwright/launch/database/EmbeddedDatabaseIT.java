package org.fieldwright.launch.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.fieldwright.launch.DataFolder;
import org.fieldwright.launch.LaunchRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own PostgreSQL, and the look at one that somebody brings. */
class EmbeddedDatabaseIT {

    @TempDir
    private static Path folder;

    private static DataFolder data;
    private static EmbeddedDatabase database;
    private static DatabaseAddress address;

    @BeforeAll
    static void start() throws Exception {
        data = DataFolder.open(folder.resolve("data"));
        assertThat(EmbeddedDatabase.isFirstStart(data)).isTrue();
        database = new EmbeddedDatabase(data);
        address = database.start(0);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
        data.close();
    }

    @Test
    void it_is_postgresql_17_that_writes_to_disk_before_it_says_so() throws SQLException {
        assertThat(one("show server_version")).startsWith("17.");
        assertThat(one("show fsync")).isEqualTo("on");
        assertThat(one("show synchronous_commit")).isEqualTo("on");
        assertThat(one("show listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void nobody_gets_in_without_the_password() {
        assertThatThrownBy(() -> DriverManager.getConnection(address.url(), address.user(), "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void the_portal_owns_its_database_and_nothing_more() throws SQLException {
        assertThat(one("select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        assertThat(one("select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                .isEqualTo(address.user());
    }

    @Test
    void a_second_life_finds_the_tables_of_the_first() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
        }

        database.close();
        address = database.start(0);

        assertThat(one("select answer from kept")).isEqualTo("42");
        assertThat(EmbeddedDatabase.isFirstStart(data)).isFalse();
    }

    @Test
    void the_note_of_a_process_that_is_somebody_elses_by_now_is_cleared_away() throws Exception {
        database.close();
        Files.writeString(
                data.postgres().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        address = database.start(0);

        assertThat(one("select 1")).isEqualTo("1");
    }

    @Test
    void tables_of_another_version_are_left_alone() throws Exception {
        try (DataFolder old = DataFolder.open(folder.resolve("old"))) {
            Files.createDirectories(old.postgres());
            Files.writeString(old.postgres().resolve("PG_VERSION"), "15\n");

            assertThatThrownBy(() -> new EmbeddedDatabase(old).start(0))
                    .isInstanceOf(LaunchRefused.class)
                    .hasMessageContaining("PostgreSQL 15")
                    .hasMessageContaining("pg_dump");
        }
    }

    @Test
    void a_database_that_is_brought_is_recognised_by_its_version() throws LaunchRefused {
        OutsideDatabase.Found found = OutsideDatabase.check(address);

        assertThat(found.version()).startsWith("17.");
        assertThat(found.used()).isFalse();
    }

    @Test
    void a_wrong_password_is_named_as_such() {
        assertRefused(new DatabaseAddress(address.url(), address.user(), "wrong"), "FIELDWRIGHT_DATABASE_PASSWORD");
        assertRefused(new DatabaseAddress(address.url(), address.user(), ""), "FIELDWRIGHT_DATABASE_PASSWORD");
    }

    @Test
    void a_database_that_does_not_exist_is_named_as_such() {
        String url = address.url().replaceAll("/fieldwright$", "/nowhere");

        assertRefused(new DatabaseAddress(url, address.user(), address.password()), "no such database");
    }

    @Test
    void a_server_that_does_not_answer_is_named_with_its_address() {
        DatabaseAddress nobody =
                DatabaseAddress.of("postgresql://127.0.0.1:1/fieldwright", Optional.of("user"), Optional.empty());

        assertRefused(nobody, "cannot be reached at jdbc:postgresql://127.0.0.1:1/fieldwright");
    }

    @Test
    void a_user_who_may_not_make_tables_is_told_what_to_grant() throws Exception {
        String superuser =
                Files.readString(data.root().resolve("postgres.password")).strip();
        String url = address.url().replaceAll("/fieldwright$", "/postgres");
        try (Connection connection = DriverManager.getConnection(url, "postgres", superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("create role reader login password 'reads'");
        }

        assertRefused(new DatabaseAddress(url, "reader", "reads"), "grant create on schema public");
    }

    private static void assertRefused(DatabaseAddress given, String words) {
        assertThatThrownBy(() -> OutsideDatabase.check(given))
                .isInstanceOfSatisfying(
                        LaunchRefused.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(3))
                .hasMessageContaining(words);
    }

    private static String one(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
