package org.fieldwright.domain.webhook.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fieldwright.domain.mirror.Kind;
import org.fieldwright.domain.servicetitan.Trouble;
import org.fieldwright.domain.shared.PageOf;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.webhook.EventQuery;
import org.fieldwright.domain.webhook.Mention;
import org.fieldwright.domain.webhook.ReceivedEvent;
import org.fieldwright.domain.webhook.ReceivedEvents;
import org.fieldwright.domain.webhook.TurnedAway;

/** Events in one table, one row an occurrence; what was turned away in another, one row a reason. */
@ApplicationScoped
class JdbcReceivedEvents implements ReceivedEvents {
    private static final String EVENTS = """
            select id, occurrence, type, happened_at, received_at, deliveries, tenant, about, state, tries, trouble, reason, settled_at
            from webhook_event
            """;

    private static final String FITTING = """
            where (?::text is null or state = ?)
                and (? = '' or strpos(lower(type), lower(?)) > 0 or exists (select from unnest(about) one where split_part(one, ' ', 2) = ?))
            """;

    private Jdbc jdbc;

    /** For the container's proxy. */
    protected JdbcReceivedEvents() {}

    @Inject
    JdbcReceivedEvents(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ReceivedEvent> add(ReceivedEvent event) {
        UUID here = jdbc.first(
                        """
                        insert into webhook_event (id, occurrence, type, happened_at, received_at, deliveries, tenant, about, state,
                            tries, trouble, reason, settled_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (occurrence) do update set deliveries = webhook_event.deliveries + 1
                        returning id
                        """,
                        row -> row.getObject(1, UUID.class),
                        event.id(),
                        event.occurrence(),
                        event.type(),
                        event.happenedAt().orElse(null),
                        event.receivedAt(),
                        event.deliveries(),
                        event.tenant(),
                        event.about().stream()
                                .map(mention -> mention.kind() + " " + mention.id())
                                .toArray(String[]::new),
                        event.state(),
                        event.tries(),
                        event.trouble().orElse(null),
                        event.reason(),
                        event.settledAt().orElse(null))
                .orElseThrow();
        return here.equals(event.id()) ? Optional.empty() : find(here);
    }

    @Override
    public Optional<ReceivedEvent> find(UUID id) {
        return jdbc.first(EVENTS + "where id = ?", JdbcReceivedEvents::event, id);
    }

    @Override
    public void update(ReceivedEvent event) {
        jdbc.update(
                "update webhook_event set state = ?, tries = ?, trouble = ?, reason = ?, settled_at = ? where id = ?",
                event.state(),
                event.tries(),
                event.trouble().orElse(null),
                event.reason(),
                event.settledAt().orElse(null),
                event.id());
    }

    @Override
    public PageOf<ReceivedEvent> list(EventQuery wanted, int first, int max) {
        String state = wanted.state().map(Enum::name).orElse(null);
        String part = wanted.containing();
        List<ReceivedEvent> rows = jdbc.query(
                EVENTS + FITTING + "order by received_at desc, id desc offset ? limit ?",
                JdbcReceivedEvents::event,
                state,
                state,
                part,
                part,
                part,
                first,
                max);
        int total = jdbc.first(
                        "select count(*) from webhook_event " + FITTING,
                        row -> row.getInt(1),
                        state,
                        state,
                        part,
                        part,
                        part)
                .orElseThrow();
        return new PageOf<>(rows, first, total);
    }

    @Override
    public Map<ReceivedEvent.State, Integer> counts() {
        Map<ReceivedEvent.State, Integer> counts = new EnumMap<>(ReceivedEvent.State.class);
        jdbc.query(
                "select state, count(*) from webhook_event group by state",
                row -> counts.put(ReceivedEvent.State.valueOf(row.getString(1)), row.getInt(2)));
        return counts;
    }

    @Override
    public int forget(Instant settledBefore) {
        return jdbc.update("delete from webhook_event where settled_at < ?", settledBefore);
    }

    @Override
    public void turnAway(TurnedAway.Why why, Instant now) {
        jdbc.update("""
                insert into webhook_turned_away (why, count, last_at) values (?, 1, ?)
                on conflict (why) do update set count = webhook_turned_away.count + 1, last_at = excluded.last_at
                """, why, now);
    }

    @Override
    public List<TurnedAway> turnedAway() {
        return jdbc.query(
                "select why, count, last_at from webhook_turned_away order by last_at desc, why",
                row -> new TurnedAway(
                        TurnedAway.Why.valueOf(row.getString(1)),
                        row.getInt(2),
                        row.getTimestamp(3).toInstant()));
    }

    private static ReceivedEvent event(ResultSet row) throws SQLException {
        String[] about = (String[]) row.getArray("about").getArray();
        return new ReceivedEvent(
                row.getObject("id", UUID.class),
                row.getString("occurrence"),
                row.getString("type"),
                Jdbc.instant(row, "happened_at"),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("deliveries"),
                row.getLong("tenant"),
                Stream.of(about).map(JdbcReceivedEvents::mention).toList(),
                ReceivedEvent.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                Optional.ofNullable(row.getString("trouble")).map(Trouble::valueOf),
                row.getString("reason"),
                Jdbc.instant(row, "settled_at"));
    }

    private static Mention mention(String kept) {
        String[] parts = kept.split(" ", 2);
        return new Mention(Kind.valueOf(parts[0]), Long.parseLong(parts[1]));
    }
}
