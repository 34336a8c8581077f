package org.fieldwright.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A document. Its body may be changed; {@link Ledger#save} keeps the change. */
public final class Row {
    private final String kind;
    private final long id;
    private final ObjectNode body;
    private final Instant created;
    private final Instant modified;
    private final long revision;
    private boolean active;

    Row(String kind, long id, ObjectNode body, boolean active, Instant created, Instant modified, long revision) {
        this.kind = kind;
        this.id = id;
        this.body = body;
        this.active = active;
        this.created = created;
        this.modified = modified;
        this.revision = revision;
    }

    public String kind() {
        return kind;
    }

    public long id() {
        return id;
    }

    public ObjectNode body() {
        return body;
    }

    public Instant created() {
        return created;
    }

    public Instant modified() {
        return modified;
    }

    public long revision() {
        return revision;
    }

    public boolean active() {
        return active;
    }

    public void activate(boolean now) {
        active = now;
    }

    public String text(String field) {
        return body.path(field).asText("");
    }

    public long number(String field) {
        return body.path(field).asLong();
    }

    /** The document with its id, its state and its times, as answers show them. */
    public ObjectNode answer() {
        ObjectNode answer = body.deepCopy();
        if (!answer.path("id").isTextual()) {
            answer.put("id", id);
        }
        answer.put("active", active);
        answer.put("createdOn", created.toString());
        answer.put("modifiedOn", modified.toString());
        return answer;
    }
}
