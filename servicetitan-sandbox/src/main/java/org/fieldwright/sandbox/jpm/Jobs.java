package org.fieldwright.sandbox.jpm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.fieldwright.sandbox.accounting.Invoices;
import org.fieldwright.sandbox.crm.Bookings;
import org.fieldwright.sandbox.crm.Leads;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;

/** The life of a job: booked with its appointments and its invoice, changed, cancelled, completed. */
public final class Jobs {
    public static final String KIND = "job";
    private static final Set<String> ENDED = Set.of("Completed", "Canceled");
    private static final Set<String> PRIORITIES = Set.of("Low", "Normal", "High", "Urgent");

    private Jobs() {}

    /** Books a job: one invoice, and as many appointments as were asked for, at least one. */
    public static Row book(World world, ObjectNode request) {
        Row customer =
                world.named("customer", "customerId", request.path("customerId").asLong());
        Row location =
                world.named("location", "locationId", request.path("locationId").asLong());
        Row type =
                world.named("job-type", "jobTypeId", request.path("jobTypeId").asLong());
        Row unit = world.named(
                "business-unit",
                "businessUnitId",
                request.path("businessUnitId").asLong());
        world.named("campaign", "campaignId", request.path("campaignId").asLong());
        check(request, customer, location);

        ObjectNode body = Bodies.created(request);
        JsonNode appointments = body.remove("appointments");
        String number = String.valueOf(world.ledger().nextNumber());
        body.put("jobNumber", number);
        body.put("jobStatus", "Scheduled");
        body.put("notificationsEnabled", true);
        if (!Json.has(body, "noCharge")) {
            body.set("noCharge", type.body().path("noCharge"));
        }
        if (!Json.has(body, "summary")) {
            body.put("summary", type.text("summary"));
        }
        Row job = world.add(KIND, body);
        job.body()
                .put(
                        "invoiceId",
                        Invoices.open(world, job, type, unit, customer, location)
                                .id());
        Row kept = world.ledger().save(job);
        History.begin(world, kept);
        appointments.forEach(appointment -> Appointments.add(world, kept, (ObjectNode) appointment));
        fromWhatItCame(world, request, kept);
        tell(world, "tn.jpm.job-scheduled", kept);
        return kept;
    }

    private static void check(ObjectNode request, Row customer, Row location) {
        if (location.number("customerId") != customer.id()) {
            throw Problem.bad("locationId", "The location belongs to another customer.");
        }
        if (customer.body().path("doNotService").asBoolean()) {
            throw Problem.bad("customerId", "The customer is marked as not to be served.");
        }
        if (request.path("appointments").isEmpty()) {
            throw Problem.bad("appointments", "A job needs at least one appointment.");
        }
        priority(request);
    }

    private static void priority(ObjectNode request) {
        if (Json.has(request, "priority")
                && !PRIORITIES.contains(request.path("priority").asText())) {
            throw Problem.bad("priority", "The priority is none of Low, Normal, High, Urgent.");
        }
    }

    private static void fromWhatItCame(World world, ObjectNode request, Row job) {
        if (Json.has(request, "bookingId")) {
            Bookings.convert(world, request.path("bookingId").asLong(), job.id());
        }
        if (Json.has(request, "leadId")) {
            Leads.convert(world, request.path("leadId").asLong());
        }
    }

    static Row change(World world, Row job, ObjectNode patch) {
        priority(patch);
        for (String reference : List.of("customer", "location", "job-type", "business-unit", "campaign")) {
            String field = field(reference);
            if (Json.has(patch, field)) {
                world.named(reference, field, patch.path(field).asLong());
            }
        }
        ObjectNode changes = patch.deepCopy();
        changes.remove("shouldUpdateInvoiceItems");
        Bodies.merge(job, changes);
        Row saved = world.ledger().save(job);
        tell(world, "tn.jpm.job-updated", saved);
        return saved;
    }

    private static String field(String kind) {
        return switch (kind) {
            case "job-type" -> "jobTypeId";
            case "business-unit" -> "businessUnitId";
            default -> kind + "Id";
        };
    }

    static void cancel(World world, Row job, long reason, String memo) {
        world.named("job-cancel-reason", "reasonId", reason);
        if (ENDED.contains(job.text("jobStatus"))) {
            throw Problem.bad("id", "The job is " + job.text("jobStatus") + " already.");
        }
        job.body().put("jobStatus", "Canceled");
        Row saved = world.ledger().save(job);
        Appointments.cancelAll(world, job);
        ObjectNode log =
                Json.object().put("jobId", job.id()).put("reasonId", reason).put("memo", memo);
        world.add("job-canceled-log", log);
        History.note(world, job.id(), "Job Canceled", memo, World.API_USER);
        tell(world, "tn.jpm.job-updated", saved);
    }

    static void removeCancellation(World world, Row job) {
        if (!job.text("jobStatus").equals("Canceled")) {
            throw Problem.bad("id", "The job is not canceled.");
        }
        job.body().put("jobStatus", "Scheduled");
        Row saved = world.ledger().save(job);
        Appointments.reviveAll(world, job);
        History.note(world, job.id(), "Job Cancellation Removed", "", World.API_USER);
        tell(world, "tn.jpm.job-updated", saved);
    }

    /** What a technician's last visit leads to, and what {@code complete} does where it is still answered. */
    public static Row complete(World world, Row job, String completedOn) {
        if (ENDED.contains(job.text("jobStatus"))) {
            throw Problem.conflict("The job is " + job.text("jobStatus") + " already.");
        }
        job.body().put("jobStatus", "Completed").put("completedOn", completedOn);
        Row saved = world.ledger().save(job);
        Appointments.finishAll(world, job);
        History.note(world, job.id(), "Job Completed", "", World.API_USER);
        tell(world, "tn.jpm.job-completed", saved);
        return saved;
    }

    /** The status of a job follows its appointments until somebody ends it. */
    static void follow(World world, long id, String status) {
        Row job = world.get(KIND, id);
        if (!ENDED.contains(job.text("jobStatus")) && !job.text("jobStatus").equals(status)) {
            job.body().put("jobStatus", status);
            world.ledger().save(job);
        }
    }

    /** Says to the outside that something happened to a job. */
    public static void tell(World world, String type, Row job) {
        world.tell(type, event(world, job));
    }

    static ObjectNode event(World world, Row job) {
        ObjectNode data = Json.object();
        data.set("job", world.dressed(job));
        return data;
    }
}
