package org.fieldwright.sandbox.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Notes;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** The places where work is done. A new one finds its zone by its zip code. */
final class Locations {
    private static final String KIND = "location";
    private final Contacts contacts = new Contacts(KIND);

    void bind(Book.Chapter crm) {
        crm.list("locations", KIND)
                .on("POST", "locations", work -> {
                    long customer = work.fields().path("customerId").asLong();
                    work.world().named("customer", "customerId", customer);
                    return Result.of(add(work.world(), customer, work.fields()));
                })
                .get("locations/{id}", KIND)
                .on("PATCH", "locations/{id}", Locations::patch)
                .customFields("locations/custom-fields", KIND)
                .export("export/locations", KIND);
        contacts.bind(crm);
        Tags.bind(crm, KIND);
        crm.listOf("locations/{id}/notes", Notes.kind(KIND), "id", "locationId", KIND)
                .on("POST", "locations/{id}/notes", Locations::note)
                .on("GET", "locations/{id}/preferredtechnician", work -> {
                    Row location = work.world().get(KIND, work.id("id"));
                    return Result.of(
                            Json.has(location.body(), "preferredTechnicianId")
                                    ? LongNode.valueOf(location.number("preferredTechnicianId"))
                                    : NullNode.instance);
                })
                .on("POST", "locations/{id}/preferredtechnician/{preferredTechnicianId}", work -> {
                    Row location = work.world().get(KIND, work.id("id"));
                    Row technician = work.world().get("technician", work.id("preferredTechnicianId"));
                    location.body().put("preferredTechnicianId", technician.id());
                    work.ledger().save(location);
                    return Result.nothing();
                });
    }

    /** Adds a location with its contacts; the answer shows both. */
    ObjectNode add(World world, long customer, ObjectNode request) {
        ObjectNode body = Bodies.created(request);
        JsonNode wanted = body.path("contacts");
        body.remove("contacts");
        body.put("customerId", customer);
        String zip = body.path("address").path("zip").asText();
        world.ledger()
                .first(Search.of("zone").active(true).having("zips", java.util.List.of(zip)))
                .ifPresent(zone -> body.put("zoneId", zone.id()));
        world.ledger().first(Search.of("tax-zone").active(true)).ifPresent(zone -> body.put("taxZoneId", zone.id()));
        Row location = world.add(KIND, body);
        ObjectNode answer = world.dressed(location);
        answer.set("contacts", contacts.addAll(world, location.id(), wanted));
        return answer;
    }

    private static Result patch(Work work) {
        Row location = work.world().get(KIND, work.id("id"));
        if (Json.has(work.fields(), "customerId")) {
            work.world()
                    .named(
                            "customer",
                            "customerId",
                            work.fields().path("customerId").asLong());
        }
        Bodies.merge(location, work.fields());
        return Result.of(work.world().dressed(work.ledger().save(location)));
    }

    private static Result note(Work work) {
        Row location = work.world().get(KIND, work.id("id"));
        String text = work.fields().path("text").asText();
        boolean pinned = work.fields().path("pinToTop").asBoolean();
        Row note = Notes.write(work.world(), location, text, pinned, World.API_USER);
        if (work.fields().path("addToCustomer").asBoolean()) {
            Row customer = work.world().get("customer", location.number("customerId"));
            Notes.write(work.world(), customer, text, pinned, World.API_USER);
        }
        return Result.of(note.answer());
    }
}
