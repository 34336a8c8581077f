package org.fieldwright.domain.outbox.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fieldwright.domain.outbox.Entry;
import org.fieldwright.domain.outbox.Outbox;
import org.fieldwright.domain.servicetitan.Trouble;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** The outbox in PostgreSQL. */
@ApplicationScoped
class JdbcOutbox implements Outbox {
    private static final String COLUMNS =
            "key, lane, kind, effect, why, decided_by, decided_at, state, tries, next_at, trouble,"
                    + " reason, trace_id, created_id, done_at";

    private Jdbc jdbc;

    /** For the container's proxy. */
    protected JdbcOutbox() {}

    @Inject
    JdbcOutbox(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Entry entry) {
        return jdbc.update(
                        "insert into outbox (" + COLUMNS
                                + ") values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing",
                        entry.key(),
                        entry.lane(),
                        EffectJson.kind(entry.effect()),
                        EffectJson.write(entry.effect()),
                        entry.why(),
                        entry.by(),
                        entry.decidedAt(),
                        entry.state(),
                        entry.tries(),
                        entry.nextAt(),
                        entry.trouble().map(Enum::name).orElse(null),
                        entry.reason(),
                        entry.traceId(),
                        entry.createdId(),
                        entry.doneAt().map(Timestamp::from).orElse(null))
                == 1;
    }

    @Override
    public Optional<Entry> find(UUID key) {
        return jdbc.first("select " + COLUMNS + " from outbox where key = ?", this::entry, key);
    }

    @Override
    public Optional<Entry> head(String lane) {
        return jdbc.first(
                "select " + COLUMNS
                        + " from outbox where lane = ? and state in ('WAITING', 'PARKED') order by number limit 1",
                this::entry,
                lane);
    }

    @Override
    public boolean begin(UUID key) {
        return jdbc.update("update outbox set tries = tries + 1 where key = ? and state = 'WAITING'", key) == 1;
    }

    @Override
    public void update(Entry entry) {
        jdbc.update(
                """
                update outbox set state = ?, next_at = ?, trouble = ?, reason = ?, trace_id = ?, created_id = ?, done_at = ?
                where key = ?
                """,
                entry.state(),
                entry.nextAt(),
                entry.trouble().map(Enum::name).orElse(null),
                entry.reason(),
                entry.traceId(),
                entry.createdId(),
                entry.doneAt().map(Timestamp::from).orElse(null),
                entry.key());
    }

    @Override
    public List<String> openLanes() {
        return jdbc.query("select distinct lane from outbox where state = 'WAITING'", row -> row.getString(1));
    }

    @Override
    public List<Entry> parkedForTheConnection() {
        String[] troubles = Stream.of(Trouble.values())
                .filter(Trouble::isOfTheConnection)
                .map(Enum::name)
                .toArray(String[]::new);
        return jdbc.query(
                "select " + COLUMNS + " from outbox where state = 'PARKED' and trouble = any(?) order by number",
                this::entry,
                (Object) troubles);
    }

    @Override
    public List<Entry> list(Optional<Entry.State> state, int first, int max) {
        String where = state.map(only -> " where state = '" + only + "'").orElse("");
        return jdbc.query(
                "select " + COLUMNS + " from outbox" + where + " order by number desc offset ? limit ?",
                this::entry,
                first,
                max);
    }

    @Override
    public int count(Optional<Entry.State> state) {
        String where = state.map(only -> " where state = '" + only + "'").orElse("");
        return jdbc.first("select count(*) from outbox" + where, row -> row.getInt(1))
                .orElse(0);
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("key", UUID.class),
                row.getString("lane"),
                EffectJson.read(row.getString("kind"), row.getString("effect")),
                row.getString("why"),
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant(),
                Entry.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                row.getTimestamp("next_at").toInstant(),
                Optional.ofNullable(row.getString("trouble")).map(Trouble::valueOf),
                row.getString("reason"),
                row.getString("trace_id"),
                row.getLong("created_id"),
                Jdbc.instant(row, "done_at"));
    }
}
