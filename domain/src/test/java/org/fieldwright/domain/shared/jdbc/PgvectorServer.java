package org.fieldwright.domain.shared.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fieldwright.migrations.Migrations;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL with pgvector beside the tests, from the programs in the folder {@code FIELDWRIGHT_TEST_PG_BIN}. It is started
 * once with the first test class that is extended with this, listens on this machine only, and is stopped after the last
 * test of all. Without that folder the tests are left out, and say why.
 */
public final class PgvectorServer implements ExecutionCondition, BeforeAllCallback {
    private static final String BIN = "FIELDWRIGHT_TEST_PG_BIN";
    private static final String OWNER = "fieldwright_test";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return programs().isEmpty()
                ? ConditionEvaluationResult.disabled(BIN + " names no PostgreSQL with pgvector")
                : ConditionEvaluationResult.enabled("PostgreSQL with pgvector in " + programs());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Running.server = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(PgvectorServer.class))
                .getOrComputeIfAbsent(Running.class, type -> Running.start(), Running.class);
    }

    /** An empty database with all migrations applied; the extension is there to be created. */
    public static PGSimpleDataSource fresh() {
        String name = "test" + COUNT.incrementAndGet();
        execute(database("postgres", OWNER), "create database " + name + " template template1");
        return database(name, OWNER);
    }

    /** The same database as another user sees it, who may use its tables and make new ones, but no extension. */
    public static PGSimpleDataSource asCommonUser(PGSimpleDataSource database) {
        String user = "common" + COUNT.incrementAndGet();
        execute(
                database,
                "create role " + user + " login",
                "grant create on schema public to " + user,
                "grant all on all tables in schema public to " + user);
        return database(database.getDatabaseName(), user);
    }

    private static PGSimpleDataSource database(String name, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {Running.server.port});
        source.setDatabaseName(name);
        source.setUser(user);
        return source;
    }

    private static void execute(PGSimpleDataSource database, String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new StorageException(failure);
        }
    }

    private static String programs() {
        return System.getenv().getOrDefault(BIN, "");
    }

    /** The server and its folder. */
    private static final class Running implements AutoCloseable {
        private static Running server;

        private final Path folder;
        private final int port;

        private Running(Path folder, int port) {
            this.folder = folder;
            this.port = port;
        }

        static Running start() {
            try {
                Running started = new Running(Files.createTempDirectory("fieldwright-pgvector"), freePort());
                started.giveFolderAway();
                started.run("initdb", "--auth=trust", "--username=" + OWNER, "--encoding=UTF8", "--no-sync");
                Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
                started.run(
                        "pg_ctl",
                        "start",
                        "--wait",
                        "--log=" + started.folder.resolve("log"),
                        "--options=-p " + started.port
                                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off");
                server = started;
                Migrations.apply(database("template1", OWNER));
                return started;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private void stop() {
            if (Files.exists(folder.resolve("data/postmaster.pid"))) {
                run("pg_ctl", "stop", "--wait", "--mode=fast");
            }
        }

        @Override
        public void close() throws IOException {
            stop();
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path tree, IOException failure) throws IOException {
                    Files.delete(tree);
                    return FileVisitResult.CONTINUE;
                }
            });
        }

        private void run(String program, String... options) {
            try {
                List<String> command = new ArrayList<>();
                if (isRoot()) { // PostgreSQL refuses to run as root
                    command.addAll(
                            List.of("setpriv", "--reuid=" + commonUser(), "--regid=" + commonUser(), "--clear-groups"));
                }
                command.add(Path.of(programs(), program).toString());
                command.add("--pgdata=" + folder.resolve("data"));
                command.addAll(List.of(options));
                int code = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
                if (code != 0) {
                    throw new IllegalStateException(program + " ended with code " + code);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        private void giveFolderAway() throws IOException {
            if (isRoot()) {
                Files.setOwner(
                        folder,
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(commonUser()));
            }
        }

        private static boolean isRoot() {
            return "root".equals(System.getProperty("user.name"));
        }

        private static String commonUser() throws IOException {
            try {
                return Path.of("/")
                        .getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName("postgres")
                        .getName();
            } catch (UserPrincipalNotFoundException none) {
                return "nobody";
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
