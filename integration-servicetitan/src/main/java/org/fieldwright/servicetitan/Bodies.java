package org.fieldwright.servicetitan;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.fieldwright.domain.outbox.Effect;
import org.fieldwright.domain.servicetitan.Connection;

/** What is sent: the fields that are named here and no others. */
final class Bodies {
    /** Under this name our key stands in their external data. */
    static final String KEY = "fieldwright";

    private Bodies() {}

    static JsonObject customer(Effect.CreateCustomer customer, Connection connection, UUID key) {
        JsonArrayBuilder locations = Json.createArrayBuilder();
        for (Effect.NewLocation location : customer.locations()) {
            locations.add(place(location.name(), location.address(), location.contacts()));
        }
        JsonObjectBuilder body = place(customer.name(), customer.address(), customer.contacts())
                .add("type", type(customer.residential()))
                .add("locations", locations);
        tags(body, customer.tagTypeIds());
        return marked(body, connection, key);
    }

    static JsonObject location(Effect.CreateLocation location, Connection connection, UUID key) {
        JsonObjectBuilder body = place(location.name(), location.address(), location.contacts())
                .add("customerId", location.customerId());
        tags(body, location.tagTypeIds());
        return marked(body, connection, key);
    }

    static JsonObject booking(Effect.CreateBooking booking, UUID key) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("source", booking.source())
                .add("name", booking.name())
                .add("customerType", type(booking.residential()))
                .add("summary", booking.summary())
                .add("isFirstTimeClient", booking.firstTimeClient())
                .add("externalId", key.toString());
        booking.address().ifPresent(address -> body.add("address", address(address)));
        contacts(body, booking.contacts());
        add(body, "start", booking.start());
        add(body, "campaignId", booking.campaignId());
        add(body, "businessUnitId", booking.businessUnitId());
        add(body, "jobTypeId", booking.jobTypeId());
        booking.priority().ifPresent(priority -> body.add("priority", priority(priority)));
        return body.build();
    }

    static JsonObject job(Effect.CreateJob job, Connection connection, UUID key) {
        JsonArrayBuilder appointments = Json.createArrayBuilder();
        job.appointments().forEach(appointment -> appointments.add(appointment(appointment)));
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("customerId", job.customerId())
                .add("locationId", job.locationId())
                .add("businessUnitId", job.businessUnitId())
                .add("jobTypeId", job.jobTypeId())
                .add("priority", priority(job.priority()))
                .add("campaignId", job.campaignId())
                .add("appointments", appointments)
                .add("summary", job.summary());
        tags(body, job.tagTypeIds());
        add(body, "bookingId", job.bookingId());
        return marked(body, connection, key);
    }

    private static JsonObjectBuilder appointment(Effect.NewAppointment appointment) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("start", appointment.start().toString())
                .add("end", appointment.end().toString());
        add(body, "arrivalWindowStart", appointment.windowStart());
        add(body, "arrivalWindowEnd", appointment.windowEnd());
        if (!appointment.technicianIds().isEmpty()) {
            body.add("technicianIds", numbers(appointment.technicianIds()));
        }
        return body;
    }

    static JsonObject note(String text, boolean pinToTop) {
        return Json.createObjectBuilder()
                .add("text", text)
                .add("pinToTop", pinToTop)
                .build();
    }

    static JsonObject tagsOfJob(Collection<Long> tagTypeIds) {
        return Json.createObjectBuilder().add("tagTypeIds", numbers(tagTypeIds)).build();
    }

    static JsonObject completion(Effect.CompleteJob completion) {
        return Json.createObjectBuilder()
                .add("completedOn", completion.completedOn().toString())
                .build();
    }

    static JsonObject hold(Effect.HoldJob hold) {
        return Json.createObjectBuilder()
                .add("reasonId", hold.reasonId())
                .add("memo", hold.memo())
                .build();
    }

    static JsonObject technicians(long appointmentId, Collection<Long> technicianIds) {
        return Json.createObjectBuilder()
                .add("jobAppointmentId", appointmentId)
                .add("technicianIds", numbers(technicianIds))
                .build();
    }

    static JsonObject estimate(Effect.CreateEstimate estimate) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (Effect.EstimateLine line : estimate.lines()) {
            items.add(Json.createObjectBuilder()
                    .add("skuId", line.skuId())
                    .add("description", line.description())
                    .add("quantity", line.quantity())
                    .add("unitPrice", line.unitPrice())
                    .add("unitCost", line.unitCost()));
        }
        return Json.createObjectBuilder()
                .add("jobId", estimate.jobId())
                .add("name", estimate.name())
                .add("summary", estimate.summary())
                .add("items", items)
                .build();
    }

    static JsonObject sale(Effect.SellEstimate sale) {
        return Json.createObjectBuilder()
                .add("soldBy", sale.soldByTechnicianId())
                .build();
    }

    static JsonObject item(Effect.PutInvoiceItem item) {
        JsonObjectBuilder body = Json.createObjectBuilder();
        add(body, "id", item.itemId());
        add(body, "skuId", item.skuId());
        add(body, "technicianId", item.technicianId());
        return body.add("description", item.description())
                .add("quantity", item.quantity())
                .add("unitPrice", item.unitPrice())
                .build();
    }

    static JsonObject task(Effect.CreateTask task, Mark mark) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("reportedById", task.reportedById())
                .add("assignedToId", task.assignedToId())
                .add("isClosed", false)
                .add("name", task.name())
                .add("businessUnitId", task.businessUnitId())
                .add("employeeTaskTypeId", task.taskTypeId())
                .add("employeeTaskSourceId", task.taskSourceId())
                .add("reportedDate", task.reportedDate().toString())
                .add("priority", priority(task.priority()))
                .add("description", mark.under(task.description()));
        add(body, "completeBy", task.completeBy());
        add(body, "customerId", task.customerId());
        add(body, "jobId", task.jobId());
        return body.build();
    }

    static JsonObject visit(Effect.MarkVisit visit) {
        return Json.createObjectBuilder().add("jobId", visit.jobId()).build();
    }

    private static JsonObjectBuilder place(String name, Effect.Address address, List<Effect.Contact> contacts) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("name", name).add("address", address(address));
        contacts(body, contacts);
        return body;
    }

    private static JsonObjectBuilder address(Effect.Address address) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("street", address.street())
                .add("city", address.city())
                .add("state", address.state())
                .add("zip", address.zip())
                .add("country", address.country());
        if (!address.unit().isBlank()) {
            body.add("unit", address.unit());
        }
        return body;
    }

    private static void contacts(JsonObjectBuilder body, List<Effect.Contact> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Effect.Contact contact : contacts) {
            JsonObjectBuilder one =
                    Json.createObjectBuilder().add("type", way(contact.way())).add("value", contact.value());
            if (!contact.memo().isBlank()) {
                one.add("memo", contact.memo());
            }
            all.add(one);
        }
        body.add("contacts", all);
    }

    private static void tags(JsonObjectBuilder body, List<Long> tagTypeIds) {
        if (!tagTypeIds.isEmpty()) {
            body.add("tagTypeIds", numbers(tagTypeIds));
        }
    }

    /** With our key, if the application is known there by a number of its own. */
    private static JsonObject marked(JsonObjectBuilder body, Connection connection, UUID key) {
        if (!connection.applicationGuid().isBlank()) {
            body.add(
                    "externalData",
                    Json.createObjectBuilder()
                            .add("applicationGuid", connection.applicationGuid())
                            .add(
                                    "externalData",
                                    Json.createArrayBuilder()
                                            .add(Json.createObjectBuilder()
                                                    .add("key", KEY)
                                                    .add("value", key.toString()))));
        }
        return body.build();
    }

    private static JsonArray numbers(Collection<Long> numbers) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        numbers.forEach(all::add);
        return all.build();
    }

    private static void add(JsonObjectBuilder body, String name, OptionalLong number) {
        number.ifPresent(value -> body.add(name, value));
    }

    private static void add(JsonObjectBuilder body, String name, Optional<Instant> time) {
        time.ifPresent(value -> body.add(name, value.toString()));
    }

    private static String type(boolean residential) {
        return residential ? "Residential" : "Commercial";
    }

    private static String priority(Effect.Priority priority) {
        return switch (priority) {
            case LOW -> "Low";
            case NORMAL -> "Normal";
            case HIGH -> "High";
            case URGENT -> "Urgent";
        };
    }

    private static String way(Effect.Way way) {
        return switch (way) {
            case PHONE -> "Phone";
            case MOBILE_PHONE -> "MobilePhone";
            case EMAIL -> "Email";
            case FAX -> "Fax";
        };
    }
}
