package org.fieldwright.sandbox.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;

/** Requests that a booking provider brings in. Only people in the office turn them into jobs. */
public final class Bookings {
    private static final String KIND = "booking";
    private static final String CONTACT = "booking-contact";
    private static final String PROVIDER = "booking-provider/{booking_provider}/bookings";

    private Bookings() {}

    static void bind(Book.Chapter crm) {
        crm.list("bookings", KIND)
                .get("bookings/{id}", KIND)
                .listOf("bookings/{id}/contacts", CONTACT, "id", "bookingId", KIND)
                .export("export/bookings", KIND)
                .list(
                        PROVIDER,
                        KIND,
                        Map.of(),
                        (search, work) -> search.equal("bookingProviderId", work.id("booking_provider")),
                        false)
                .on("POST", PROVIDER, work -> Result.of(create(work)))
                .on("GET", PROVIDER + "/{id}", work -> Result.of(mine(work).answer()))
                .on("PATCH", PROVIDER + "/{id}", work -> {
                    Row booking = open(mine(work));
                    Bodies.merge(booking, work.fields());
                    return Result.of(changed(work.world(), booking).answer());
                })
                .on("POST", PROVIDER + "/{id}/dismiss", Bookings::dismiss)
                .on("POST", PROVIDER + "/{id}/contacts", work -> {
                    Row booking = mine(work);
                    return Result.of(addContact(work.world(), booking.id(), work.fields())
                            .answer());
                })
                .list(
                        PROVIDER + "/{id}/contacts",
                        CONTACT,
                        Map.of(),
                        (search, work) -> search.equal("bookingId", mine(work).id()),
                        false)
                .on("PATCH", PROVIDER + "/{id}/contacts/{contactId}", work -> {
                    Row contact = contact(work);
                    Bodies.merge(contact, work.fields());
                    return Result.of(work.ledger().save(contact).answer());
                })
                .on("DELETE", PROVIDER + "/{id}/contacts/{contactId}", work -> {
                    work.ledger().deactivate(contact(work));
                    return Result.nothing();
                });
        crm.list(
                        "booking-provider-tags",
                        "booking-provider-tag",
                        Map.of("name", (search, work, value) -> search.containing("tagName", value)))
                .get("booking-provider-tags/{id}", "booking-provider-tag")
                .on("POST", "booking-provider-tags", work -> {
                    ObjectNode tag = Bodies.created(work.fields()).put("type", "V2Api");
                    return Result.of(
                            work.world().add("booking-provider-tag", tag).answer());
                })
                .patch("booking-provider-tags/{id}", "booking-provider-tag");
    }

    private static ObjectNode create(Work work) {
        ObjectNode body = Bodies.created(work.fields());
        JsonNode contacts = body.path("contacts");
        body.remove("contacts");
        if (!Json.has(body, "address") && contacts.isEmpty()) {
            throw Problem.bad("contacts", "A booking needs an address or a way to reach the customer.");
        }
        body.put("bookingProviderId", work.id("booking_provider"));
        body.put("status", "New");
        if (!Json.has(body, "start")) {
            body.put("start", work.world().now().toString());
        }
        Row booking = work.world().add(KIND, body);
        contacts.forEach(contact -> addContact(work.world(), booking.id(), (ObjectNode) contact));
        return booking.answer();
    }

    private static Result dismiss(Work work) {
        Row booking = open(mine(work));
        booking.body().put("status", "Dismissed");
        if (Json.has(work.fields(), "callReasonId")) {
            booking.body()
                    .put(
                            "dismissingReasonId",
                            work.fields().path("callReasonId").asLong());
        }
        changed(work.world(), booking);
        return Result.nothing();
    }

    private static Row addContact(World world, long booking, ObjectNode request) {
        ObjectNode contact = request.deepCopy();
        contact.put("bookingId", booking);
        return world.add(CONTACT, contact);
    }

    private static Row contact(Work work) {
        Row contact = work.world().get(CONTACT, work.id("contactId"));
        if (!contact.active() || contact.number("bookingId") != mine(work).id()) {
            throw Problem.missing("contact", contact.id());
        }
        return contact;
    }

    private static Row mine(Work work) {
        Row booking = work.world().get(KIND, work.id("id"));
        if (booking.number("bookingProviderId") != work.id("booking_provider")) {
            throw Problem.missing(KIND, booking.id());
        }
        return booking;
    }

    private static Row open(Row booking) {
        if (!booking.text("status").equals("New")) {
            throw Problem.conflict(
                    "The booking is " + booking.text("status").toLowerCase(java.util.Locale.ROOT) + " already.");
        }
        return booking;
    }

    /** A booking has become a job. */
    public static void convert(World world, long id, long job) {
        Row booking = open(world.named(KIND, "bookingId", id));
        booking.body().put("status", "Converted").put("jobId", job);
        changed(world, booking);
    }

    private static Row changed(World world, Row booking) {
        Row saved = world.ledger().save(booking);
        ObjectNode data = Json.object();
        data.set("booking", saved.answer());
        world.tell("tn.crm.booking-updated", data);
        return saved;
    }
}
