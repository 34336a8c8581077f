package org.fieldwright.domain.shared.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Runs SQL. Inside a container's transaction every statement joins it; outside, {@link #inTransaction} makes one of its
 * own and a single statement commits by itself.
 */
@ApplicationScoped
public class Jdbc {
    private DataSource dataSource;

    /** For the container's proxy. */
    protected Jdbc() {}

    @Inject
    public Jdbc(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Turns the current row into a value. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with a connection that is closed for it afterwards. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** All rows of a query. Parameters may be strings, numbers, booleans, UUIDs, instants, byte arrays and arrays. */
    public <T> List<T> query(String sql, Row<T> row, Object... parameters) {
        return withConnection(connection -> query(connection, sql, row, parameters));
    }

    public static <T> List<T> query(Connection connection, String sql, Row<T> row, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        }
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> first(String sql, Row<T> row, Object... parameters) {
        return query(sql, row, parameters).stream().findFirst();
    }

    /** Changes rows and says how many. */
    public int update(String sql, Object... parameters) {
        return withConnection(connection -> update(connection, sql, parameters));
    }

    public static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** All of it or nothing of it. */
    public <T> T inTransaction(Work<T> work) {
        return withConnection(connection -> {
            if (!connection.getAutoCommit()) {
                return work.with(connection); // the container's transaction, or an outer one of ours
            }
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    /** The moment in a column; empty where it is null. */
    public static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /** The moment in a column of this name; empty where it is null. */
    public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return instant(row, row.findColumn(column));
    }

    /** Fills a statement's parameters, from the first. */
    public static void fill(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case Instant instant -> statement.setTimestamp(i + 1, Timestamp.from(instant));
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Enum<?> constant -> statement.setString(i + 1, constant.name());
                case Object[] array ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf(arrayType(array), array));
                case null -> statement.setObject(i + 1, null);
                default -> statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    private static String arrayType(Object[] array) {
        Class<?> element = array.getClass().getComponentType();
        if (element == String.class) {
            return "text";
        }
        if (element == Integer.class) {
            return "int4";
        }
        if (element == Long.class) {
            return "int8";
        }
        if (element == Boolean.class) {
            return "bool";
        }
        if (element == java.util.UUID.class) {
            return "uuid";
        }
        throw new IllegalArgumentException("no SQL array of " + element);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            fill(statement, parameters);
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    private <T> T withConnection(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException failure) {
            throw new StorageException(failure);
        }
    }
}
