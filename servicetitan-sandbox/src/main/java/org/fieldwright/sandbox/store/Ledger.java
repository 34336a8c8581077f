package org.fieldwright.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The documents, within one transaction. */
public final class Ledger {
    private static final String COLUMNS = "kind, id, body, active, created, modified, revision";
    private final Connection connection;
    private final Instant now;

    Ledger(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** The world's time at which all of this happens. */
    public Instant now() {
        return now;
    }

    public Optional<Row> find(String kind, long id) {
        return rows("select " + COLUMNS + " from document where kind = ? and id = ?", List.of(kind, id)).stream()
                .findFirst();
    }

    public List<Row> all(Search search) {
        return rows(
                "select " + COLUMNS + " from document where " + search.where() + " order by " + search.order(),
                search.values());
    }

    public Optional<Row> first(Search search) {
        return page(search, 0, 1).stream().findFirst();
    }

    public List<Row> page(Search search, long offset, int limit) {
        List<Object> values = new ArrayList<>(search.values());
        values.add(offset);
        values.add(limit);
        return rows(
                "select " + COLUMNS + " from document where " + search.where() + " order by " + search.order()
                        + " offset ? limit ?",
                values);
    }

    public long count(Search search) {
        return number("select count(*) from document where " + search.where(), search.values());
    }

    /** Rows with a revision above this one, in the order of their revisions. */
    public List<Row> since(String kind, long revision, int limit) {
        return rows(
                "select " + COLUMNS + " from document where kind = ? and revision > ? order by revision limit ?",
                List.of(kind, revision, limit));
    }

    /** The last rows up to a revision, oldest first. */
    public List<Row> until(String kind, long revision, int limit) {
        List<Row> rows = rows(
                "select " + COLUMNS + " from document where kind = ? and revision <= ? order by revision desc limit ?",
                List.of(kind, revision, limit));
        return rows.reversed();
    }

    /** How many documents of every kind there are. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        query("select kind, count(*) from document group by kind order by kind", List.of(), row -> {
            counts.put(row.getString(1), row.getLong(2));
            return row;
        });
        return counts;
    }

    public long nextId() {
        return number("select nextval('document_id')", List.of());
    }

    /** The next number that people read. */
    public long nextNumber() {
        return number("select nextval('document_number')", List.of());
    }

    public Row add(String kind, ObjectNode body) {
        return add(kind, nextId(), body, now, now, true);
    }

    /** Adds a document with an id and times of its own; for what is older than today. */
    public Row add(String kind, long id, ObjectNode body, Instant created, Instant modified, boolean active) {
        long revision = nextRevision();
        body.remove(List.of("active", "createdOn", "modifiedOn"));
        run(
                "insert into document (" + COLUMNS + ") values (?, ?, ?::jsonb, ?, ?, ?, ?)",
                List.of(kind, id, Json.write(body), active, utc(created), utc(modified), revision));
        return new Row(kind, id, body, active, created, modified, revision);
    }

    /** Keeps the row's body and state: it is modified now, and comes again in its feed. */
    public Row save(Row row) {
        long revision = nextRevision();
        row.body().remove(List.of("active", "createdOn", "modifiedOn"));
        run(
                "update document set body = ?::jsonb, active = ?, modified = ?, revision = ? where kind = ? and id = ?",
                List.of(Json.write(row.body()), row.active(), utc(now), revision, row.kind(), row.id()));
        return new Row(row.kind(), row.id(), row.body(), row.active(), row.created(), now, revision);
    }

    /** A document that is gone for the API stays in the feed as inactive. */
    public Row deactivate(Row row) {
        row.activate(false);
        return save(row);
    }

    public void keepFile(String path, String contentType, Bytes content) {
        run(
                "insert into file (path, content_type, content, created) values (?, ?, ?, ?)",
                List.of(path, contentType, content, utc(now)));
    }

    /** A kept file. */
    public record StoredFile(String contentType, Bytes content) {}

    public Optional<StoredFile> file(String path) {
        return query(
                        "select content_type, content from file where path = ?",
                        List.of(path),
                        row -> new StoredFile(row.getString(1), Bytes.of(row.getBytes(2))))
                .stream()
                .findFirst();
    }

    public Optional<String> setting(String name) {
        return query("select value from setting where name = ?", List.of(name), row -> row.getString(1)).stream()
                .findFirst();
    }

    public void set(String name, String value) {
        run(
                "insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
                List.of(name, value));
    }

    /** Writes an event down; it is sent after the transaction. */
    public void tell(String type, ObjectNode data, Instant due) {
        run(
                "insert into event (occurrence, type, data, happened, due) values (?, ?, ?::jsonb, ?, ?)",
                List.of(UUID.randomUUID(), type, Json.write(data), utc(now), utc(due)));
    }

    /** Takes everything away. Numbers go on. */
    public void clear() {
        run("truncate document, file, event", List.of());
    }

    long nextRevision() {
        return number("select nextval('document_revision_number')", List.of());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private List<Row> rows(String sql, List<Object> values) {
        return query(
                sql,
                values,
                row -> new Row(
                        row.getString(1),
                        row.getLong(2),
                        (ObjectNode) Json.read(row.getString(3)),
                        row.getBoolean(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getLong(7)));
    }

    private long number(String sql, List<Object> values) {
        return query(sql, values, row -> row.getLong(1)).getFirst();
    }

    /** Reads one row of a result. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, List<Object> values, Reading<T> reading) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(reading.read(result));
                }
                return rows;
            }
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    int run(String sql, List<Object> values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    private void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                case Long[] numbers -> statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
                case Bytes bytes -> statement.setBytes(i + 1, bytes.array());
                case Object other -> statement.setObject(i + 1, other);
            }
        }
    }
}
