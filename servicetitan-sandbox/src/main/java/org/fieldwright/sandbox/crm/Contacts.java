package org.fieldwright.sandbox.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** Telephone numbers and addresses of customers and locations. Their owner is not modified when they change. */
final class Contacts {
    private static final Set<String> PHONES = Set.of("Phone", "MobilePhone", "Fax");
    private final String owner;
    private final String ownerId;

    Contacts(String owner) {
        this.owner = owner;
        this.ownerId = owner + "Id";
    }

    String kind() {
        return owner + "-contact";
    }

    void bind(Book.Chapter crm) {
        String many = owner + "s";
        String one = many + "/{id}/contacts";
        crm.list(many + "/contacts", kind(), Map.of(), this::someQuestion, false)
                .listOf(one, kind(), "id", ownerId, owner)
                .on("POST", one, work -> {
                    Row holder = work.world().get(owner, work.id("id"));
                    return Result.of(
                            add(work.world(), holder.id(), work.fields()).answer());
                })
                .on("PATCH", one + "/{contactId}", work -> {
                    Row contact = mine(work);
                    Bodies.merge(contact, work.fields());
                    settings(contact.body());
                    return Result.of(work.ledger().save(contact).answer());
                })
                .on("DELETE", one + "/{contactId}", work -> {
                    work.ledger().deactivate(mine(work));
                    return Result.nothing();
                })
                .export("export/" + many + "/contacts", kind());
    }

    Row add(World world, long holder, JsonNode request) {
        ObjectNode contact = Json.object();
        contact.put(ownerId, holder);
        contact.setAll((ObjectNode) request);
        if (contact.path("value").asText().isBlank()) {
            throw Problem.bad("value", "A contact needs a value.");
        }
        settings(contact);
        return world.add(kind(), contact);
    }

    /** Adds all contacts of a request; what the answer shows of them. */
    ArrayNode addAll(World world, long holder, JsonNode requests) {
        ArrayNode added = Json.array();
        requests.forEach(request -> added.add(add(world, holder, request).answer()));
        return added;
    }

    private static void settings(ObjectNode contact) {
        boolean phone = PHONES.contains(contact.path("type").asText());
        ObjectNode settings = contact.path("phoneSettings") instanceof ObjectNode old
                ? old
                : contact.putObject("phoneSettings").put("doNotText", false);
        settings.put("phoneNumber", phone ? contact.path("value").asText().replaceAll("\\D", "") : "");
    }

    private Row mine(Work work) {
        long holder = work.id("id");
        work.world().get(owner, holder);
        Row contact = work.world().get(kind(), work.id("contactId"));
        if (!contact.active() || contact.number(ownerId) != holder) {
            throw Problem.missing("contact", contact.id());
        }
        return contact;
    }

    /** The list over all owners wants to know whose, or since when. */
    private void someQuestion(Search search, Work work) {
        List<String> owners = work.askedList(ownerId + "s");
        if (owners.isEmpty() && work.asked("modifiedOnOrAfter").isEmpty()) {
            throw Problem.bad(ownerId + "s", "Either " + ownerId + "s or modifiedOnOrAfter is required.");
        }
    }
}
