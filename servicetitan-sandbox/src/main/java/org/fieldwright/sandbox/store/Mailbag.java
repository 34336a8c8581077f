package org.fieldwright.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The events that wait to be sent. */
public final class Mailbag {
    private final Store store;

    public Mailbag(Store store) {
        this.store = store;
    }

    /** An event that waits. */
    public record Letter(long id, UUID occurrence, String type, JsonNode data, Instant happened, int attempts) {}

    /** What is due, oldest first. */
    public List<Letter> due(Instant now, int most) {
        return store.read(ledger -> ledger.query(
                "select id, occurrence, type, data, happened, attempts from event "
                        + "where state = 'waiting' and due <= ? order by due, id limit ?",
                List.of(utc(now), most),
                row -> new Letter(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        Json.read(row.getString(4)),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getInt(6))));
    }

    /** It ended: delivered, dropped or lost. */
    public void end(long id, String state) {
        change("update event set state = ?, attempts = attempts + 1 where id = ?", List.of(state, id));
    }

    /** It is tried again later. */
    public void again(long id, Instant due) {
        change("update event set due = ?, attempts = attempts + 1 where id = ?", List.of(utc(due), id));
    }

    /** It waits a little, which counts as no attempt. */
    public void postpone(long id, Instant due) {
        change("update event set due = ? where id = ?", List.of(utc(due), id));
    }

    /** How many events are in which state. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        store.read(ledger -> ledger.query(
                "select state, count(*) from event group by state order by state",
                List.of(),
                row -> counts.put(row.getString(1), row.getLong(2))));
        return counts;
    }

    private void change(String sql, List<Object> values) {
        store.beside(ledger -> ledger.run(sql, values));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
