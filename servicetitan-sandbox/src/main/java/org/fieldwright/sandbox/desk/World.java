package org.fieldwright.sandbox.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.fieldwright.sandbox.contract.Contract;
import org.fieldwright.sandbox.contract.Filling;
import org.fieldwright.sandbox.store.Ledger;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/**
 * The shop at one moment, within one transaction: its documents, its time, and a way to tell the outside.
 *
 * @param machine the machine's own clock, which the mail goes by
 * @param heard whether anybody listens to events
 */
public record World(
        Ledger ledger, Contract contract, Tenant tenant, Dressings dressings, Clock machine, boolean heard) {
    /** Where the shop is: its days begin and its windows open by this time. */
    public static final ZoneId SHOP = ZoneId.of("America/Chicago");

    /** The user that applications act as. */
    public static final long API_USER = 7;

    /** Whose ServiceTitan this is. */
    public record Tenant(long id, String name) {}

    /** What an answer about a kind shows beyond the document itself. */
    public interface Dressings {
        BiConsumer<World, List<ObjectNode>> of(String kind);
    }

    public Instant now() {
        return ledger.now();
    }

    /** The document, or a {@link Problem} with 404. */
    public Row get(String kind, long id) {
        return ledger.find(kind, id).orElseThrow(() -> Problem.missing(kind, id));
    }

    /** What a request names, or a {@link Problem} with 400 when it is not there or no longer used. */
    public Row named(String kind, String field, long id) {
        return ledger.find(kind, id)
                .filter(Row::active)
                .orElseThrow(() -> Problem.bad(field, "There is no active " + kind + " with the id " + id + "."));
    }

    public Row add(String kind, ObjectNode body) {
        if (!body.has("createdById")) {
            body.put("createdById", API_USER);
        }
        return ledger.add(kind, body);
    }

    public List<Row> all(String kind, String field, Object value) {
        return ledger.all(Search.of(kind).active(true).equal(field, value));
    }

    /** The document as its answers show it. */
    public ObjectNode dressed(Row row) {
        return dressed(row.kind(), List.of(row)).getFirst();
    }

    public List<ObjectNode> dressed(String kind, Collection<Row> rows) {
        List<ObjectNode> answers = rows.stream().map(Row::answer).toList();
        if (!answers.isEmpty()) {
            dressings.of(kind).accept(this, answers);
            answers.forEach(this::nameCustomFields);
        }
        return answers;
    }

    /** Callers write custom fields by their type; answers show the name too. */
    private void nameCustomFields(ObjectNode answer) {
        answer.path("customFields").forEach(field -> {
            if (field instanceof ObjectNode open && !open.hasNonNull("name")) {
                ledger.find("custom-field", open.path("typeId").asLong())
                        .ifPresent(type -> open.put("name", type.text("name")));
            }
        });
    }

    /** Writes an event of the published list down; it leaves after this transaction, if anybody listens. */
    public void tell(String type, ObjectNode data) {
        if (!heard) {
            return;
        }
        data.put("tenantId", tenant.id());
        data.put("tenantName", tenant.name());
        ledger.tell(
                type,
                (ObjectNode) new Filling(contract, "webhooks").fill(contract.event(type), data),
                machine.instant());
    }
}
