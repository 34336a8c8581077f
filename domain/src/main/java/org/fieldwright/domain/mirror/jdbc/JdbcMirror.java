package org.fieldwright.domain.mirror.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldwright.domain.mirror.Copy;
import org.fieldwright.domain.mirror.Feed;
import org.fieldwright.domain.mirror.FeedSource;
import org.fieldwright.domain.mirror.FeedState;
import org.fieldwright.domain.mirror.Kind;
import org.fieldwright.domain.mirror.Mirror;
import org.fieldwright.domain.servicetitan.Trouble;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** The mirror in PostgreSQL. */
@ApplicationScoped
class JdbcMirror implements Mirror {
    private static final String FEED_COLUMNS = "feed, running, position, records, started_at, caught_up_at, read_at,"
            + " failures, trouble, reason, next_at";

    private static final String UNTOUCHED =
            "insert into feed (feed, running, position, records, failures, reason) values (?, false, '', 0, 0, '')"
                    + " on conflict (feed) do nothing";

    private Jdbc jdbc;

    /** For the container's proxy. */
    protected JdbcMirror() {}

    @Inject
    JdbcMirror(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int keep(Feed feed, FeedSource.Part part, Instant now) {
        return jdbc.inTransaction(connection -> {
            boolean beginning = lock(connection, feed).equals(FeedSource.BEGINNING);
            int changed = new Copies(connection, feed, now).keep(part.copies());
            for (FeedSource.Unreadable row : part.unreadable()) {
                PutAsideRows.add(connection, feed, Optional.empty(), row.json(), row.reason(), now);
            }
            Jdbc.update(
                    connection,
                    """
                    update feed set position = ?, records = records + ?, read_at = ?, failures = 0, trouble = null, reason = '',
                        round_at = case when ? then ?::timestamptz else round_at end,
                        caught_up_at = case when ? then caught_up_at else ?::timestamptz end
                    where feed = ?
                    """,
                    part.position(),
                    part.copies().size(),
                    now,
                    beginning,
                    now,
                    part.more(),
                    now,
                    feed);
            return part.whole() ? changed + forgetMissing(connection, feed) : changed;
        });
    }

    /** Only one server moves a feed at a time. */
    private static String lock(Connection connection, Feed feed) throws SQLException {
        Jdbc.update(connection, UNTOUCHED, feed);
        return Jdbc.query(
                        connection,
                        "select position from feed where feed = ? for update",
                        row -> row.getString(1),
                        feed)
                .getFirst();
    }

    private static int forgetMissing(Connection connection, Feed feed) throws SQLException {
        return Jdbc.update(
                connection,
                "update mirror." + feed.kind().table() + " set active = false where active and read_at <"
                        + " (select round_at from feed where feed = ?)",
                feed);
    }

    @Override
    public void keep(Kind kind, Copy copy, Instant now) {
        jdbc.inTransaction(connection -> new Copies(connection, Feed.of(kind), now).keep(List.of(copy)));
    }

    @Override
    public void gone(Kind kind, long id, Instant now) {
        jdbc.update("update mirror." + kind.table() + " set active = false, read_at = ? where id = ?", now, id);
    }

    @Override
    public Optional<Copy> find(Kind kind, long id) {
        return jdbc.first(
                "select id, active, modified_on, body from mirror." + kind.table() + " where id = ?",
                row -> new Copy(row.getLong(1), row.getBoolean(2), Jdbc.instant(row, 3), row.getString(4)),
                id);
    }

    @Override
    public Map<Kind, Integer> counts() {
        String sql = Stream.of(Kind.values())
                .map(kind -> "select '" + kind + "', count(*) from mirror." + kind.table() + " where active")
                .collect(java.util.stream.Collectors.joining(" union all "));
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        jdbc.query(sql, row -> counts.put(Kind.valueOf(row.getString(1)), row.getInt(2)));
        return counts;
    }

    @Override
    public List<FeedState> feeds() {
        Map<Feed, FeedState> touched = new EnumMap<>(Feed.class);
        jdbc.query("select " + FEED_COLUMNS + " from feed", JdbcMirror::state)
                .forEach(state -> touched.put(state.feed(), state));
        return Stream.of(Feed.values())
                .map(feed -> touched.getOrDefault(feed, FeedState.untouched(feed)))
                .toList();
    }

    @Override
    public FeedState feed(Feed feed) {
        return jdbc.first("select " + FEED_COLUMNS + " from feed where feed = ?", JdbcMirror::state, feed)
                .orElse(FeedState.untouched(feed));
    }

    @Override
    public void run(Feed feed, Instant now) {
        change(
                feed,
                "running = true, started_at = coalesce(started_at, ?), failures = 0, trouble = null, reason = '',"
                        + " next_at = ?",
                now,
                now);
    }

    @Override
    public void pause(Feed feed) {
        change(feed, "running = false, next_at = null");
    }

    @Override
    public void failed(Feed feed, Trouble why, String reason, Instant next) {
        change(feed, "failures = failures + 1, trouble = ?, reason = ?, next_at = ?", why, reason, next);
    }

    @Override
    public void resting(Feed feed, Instant next) {
        change(feed, "next_at = ?", next);
    }

    @Override
    public void rewind(Feed feed, Instant now) {
        change(feed, "position = '', records = 0, started_at = ?, caught_up_at = null", now);
    }

    private void change(Feed feed, String set, Object... values) {
        jdbc.inTransaction(connection -> {
            Jdbc.update(connection, UNTOUCHED, feed);
            Object[] parameters =
                    Stream.concat(Stream.of(values), Stream.of(feed)).toArray();
            return Jdbc.update(connection, "update feed set " + set + " where feed = ?", parameters);
        });
    }

    @Override
    public List<PutAside> putAside(int first, int max) {
        return jdbc.query(
                "select feed, record, row, reason, at from put_aside order by at desc, id desc offset ? limit ?",
                PutAsideRows::read,
                first,
                max);
    }

    @Override
    public int countPutAside() {
        return jdbc.first("select count(*) from put_aside", row -> row.getInt(1))
                .orElse(0);
    }

    private static FeedState state(ResultSet row) throws SQLException {
        return new FeedState(
                Feed.valueOf(row.getString(1)),
                row.getBoolean(2),
                row.getString(3),
                row.getLong(4),
                Jdbc.instant(row, 5),
                Jdbc.instant(row, 6),
                Jdbc.instant(row, 7),
                row.getInt(8),
                Optional.ofNullable(row.getString(9)).map(Trouble::valueOf),
                row.getString(10),
                Jdbc.instant(row, 11));
    }

    /** Writes copies of one kind. All at once; if one of them is refused, one after the other, so that it harms no other. */
    private record Copies(Connection connection, Feed feed, Instant now) {
        int keep(Collection<Copy> copies) throws SQLException {
            if (copies.isEmpty()) {
                return 0;
            }
            Collection<Copy> newest = newest(copies);
            Savepoint before = connection.setSavepoint();
            try {
                int changed = write(newest);
                connection.releaseSavepoint(before);
                settle(newest);
                return changed;
            } catch (SQLException oneIsRefused) {
                connection.rollback(before);
                return oneByOne(newest);
            }
        }

        /** A part may hold a record twice. */
        private static Collection<Copy> newest(Collection<Copy> copies) {
            Map<Long, Copy> byId = LinkedHashMap.newLinkedHashMap(copies.size());
            copies.forEach(copy -> byId.merge(copy.id(), copy, Copies::newer));
            return byId.values();
        }

        private static Copy newer(Copy one, Copy later) {
            boolean older = one.modifiedOn().isPresent()
                    && later.modifiedOn().isPresent()
                    && later.modifiedOn().get().isBefore(one.modifiedOn().get());
            return older ? one : later;
        }

        private int oneByOne(Collection<Copy> copies) throws SQLException {
            int changed = 0;
            for (Copy copy : copies) {
                Savepoint before = connection.setSavepoint();
                try {
                    changed += write(List.of(copy));
                    connection.releaseSavepoint(before);
                    settle(List.of(copy));
                } catch (SQLException refused) {
                    connection.rollback(before);
                    PutAsideRows.add(
                            connection, feed, Optional.of(copy.id()), copy.json(), PutAsideRows.reason(refused), now);
                }
            }
            return changed;
        }

        private int write(Collection<Copy> copies) throws SQLException {
            boolean whole = feed.how() == Feed.How.WHOLE;
            return Jdbc.update(
                    connection,
                    "insert into mirror." + feed.kind().table() + " as kept (id, active, modified_on, read_at, body)"
                            + " select id, active, modified_on::timestamptz, ?, body::jsonb"
                            + " from unnest(?, ?, ?, ?) as copy (id, active, modified_on, body)"
                            + " on conflict (id) do update set active = excluded.active,"
                            + " modified_on = excluded.modified_on, read_at = excluded.read_at, body = excluded.body"
                            + " where (kept.modified_on is null or excluded.modified_on is null"
                            + " or excluded.modified_on >= kept.modified_on)"
                            + " and (? or (excluded.active, excluded.body) is distinct from (kept.active, kept.body))",
                    now,
                    copies.stream().map(Copy::id).toArray(Long[]::new),
                    copies.stream().map(Copy::active).toArray(Boolean[]::new),
                    copies.stream()
                            .map(copy ->
                                    copy.modifiedOn().map(Instant::toString).orElse(null))
                            .toArray(String[]::new),
                    copies.stream().map(Copy::json).toArray(String[]::new),
                    whole);
        }

        private void settle(Collection<Copy> copies) throws SQLException {
            PutAsideRows.settle(connection, feed, copies);
        }
    }
}
