package org.fieldwright.sandbox.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Notes;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** Customers: each has at least one location, made with it. */
public final class Customers {
    private static final String KIND = "customer";
    private final Contacts contacts = new Contacts(KIND);
    private final Locations locations;

    Customers(Locations locations) {
        this.locations = locations;
    }

    void bind(Book.Chapter crm) {
        Filters.Filter phone = (search, work, value) -> {
            String digits = value.replaceAll("\\D", "").replaceFirst("^1(?=\\d{10}$)", "");
            if (digits.isEmpty()) {
                search.nothing();
            } else {
                search.pointedAt(
                        Search.of(contacts.kind()).active(true).digits("phoneSettings.phoneNumber", digits),
                        "customerId");
            }
        };
        crm.list("customers", KIND, Map.of("phone", phone))
                .on("POST", "customers", work -> Result.of(create(work)))
                .get("customers/{id}", KIND)
                .patch("customers/{id}", KIND)
                .customFields("customers/custom-fields", KIND)
                .export("export/customers", KIND)
                .delete("customers/{id}/notes/{noteId}", Notes.kind(KIND), "noteId");
        contacts.bind(crm);
        Tags.bind(crm, KIND);
        crm.listOf("customers/{id}/notes", Notes.kind(KIND), "id", "customerId", KIND)
                .on("POST", "customers/{id}/notes", Customers::note);
    }

    private ObjectNode create(Work work) {
        ObjectNode body = Bodies.created(work.fields());
        JsonNode wantedLocations = body.remove("locations");
        JsonNode wantedContacts = body.path("contacts");
        body.remove("contacts");
        if (wantedLocations.isEmpty()) {
            throw Problem.bad("locations", "A customer needs at least one location.");
        }
        if (!Json.has(body, "type")) {
            body.put("type", "Residential");
        }
        body.set("balance", Json.money(java.math.BigDecimal.ZERO));
        World world = work.world();
        Row customer = world.add(KIND, body);
        ArrayNode made = Json.array();
        wantedLocations.forEach(location -> made.add(locations.add(world, customer.id(), (ObjectNode) location)));
        ObjectNode answer = world.dressed(customer);
        answer.set("contacts", contacts.addAll(world, customer.id(), wantedContacts));
        answer.set("locations", made);
        return answer;
    }

    private static Result note(Work work) {
        Row customer = work.world().get(KIND, work.id("id"));
        String text = work.fields().path("text").asText();
        boolean pinned = work.fields().path("pinToTop").asBoolean();
        Row note = Notes.write(work.world(), customer, text, pinned, World.API_USER);
        if (work.fields().path("addToLocations").asBoolean()) {
            work.world()
                    .all("location", "customerId", customer.id())
                    .forEach(location -> Notes.write(work.world(), location, text, pinned, World.API_USER));
        }
        return Result.of(note.answer());
    }

    /** Two records of one customer become one: everything moves over, the other stays behind inactive and says where to. */
    public static void merge(World world, long from, long into) {
        Row old = world.get(KIND, from);
        Row kept = world.get(KIND, into);
        if (from == into) {
            throw Problem.bad("into", "A customer cannot be merged into itself.");
        }
        for (String kind : new String[] {
            "location",
            "customer-contact",
            "customer-note",
            "job",
            "appointment",
            "invoice",
            "estimate",
            "membership",
            "lead"
        }) {
            for (Row row : world.ledger().all(Search.of(kind).equal("customerId", from))) {
                row.body().put("customerId", into);
                if (row.body().get("customer") instanceof ObjectNode named) {
                    named.put("id", into).put("name", kept.text("name"));
                }
                world.ledger().save(row);
            }
        }
        old.body().put("mergedToId", into);
        world.ledger().deactivate(old);
    }
}
