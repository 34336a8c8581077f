package org.fieldwright.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fieldwright.sandbox.accounting.Invoices;
import org.fieldwright.sandbox.desk.Notes;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.dispatch.Assignments;
import org.fieldwright.sandbox.dispatch.Dispatch;
import org.fieldwright.sandbox.jpm.Appointments;
import org.fieldwright.sandbox.jpm.History;
import org.fieldwright.sandbox.jpm.Jobs;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** What technicians do with their phones: they set out, arrive, finish, write notes, fill in forms. */
final class Field {
    private static final String SHEET = "job-timesheet";

    private Field() {}

    /** The technicians of an appointment set out. */
    static Row dispatch(World world, Row appointment) {
        from(appointment, "Scheduled");
        List<Row> assignments = Assignments.of(world, appointment);
        if (assignments.isEmpty()) {
            throw Problem.conflict("Nobody is assigned to the appointment.");
        }
        Row moved = Appointments.move(world, appointment, "Dispatched");
        Assignments.move(world, appointment, "Dispatched");
        for (Row assignment : assignments) {
            long technician = assignment.number("technicianId");
            ObjectNode sheet = Json.object().put("jobId", appointment.number("jobId"));
            sheet.put("appointmentId", appointment.id()).put("technicianId", technician);
            sheet.put("dispatchedOn", world.now().toString());
            world.add(SHEET, sheet);
            status(world, technician, "Dispatched", appointment);
        }
        tell(world, "tn.dis.technician-dispatched", moved);
        History.note(world, appointment.number("jobId"), "Technician Dispatched", "", World.API_USER);
        return moved;
    }

    /** They are there. */
    static Row arrive(World world, Row appointment) {
        from(appointment, "Dispatched");
        Row moved = Appointments.move(world, appointment, "Working");
        Assignments.move(world, appointment, "Working");
        for (Row sheet : sheets(world, appointment)) {
            sheet.body().put("arrivedOn", world.now().toString());
            world.ledger().save(sheet);
            status(world, sheet.number("technicianId"), "Working", appointment);
        }
        Row location = world.get(
                "location", world.get("job", appointment.number("jobId")).number("locationId"));
        JsonNode address = location.body().path("address");
        for (Row assignment : Assignments.of(world, appointment)) {
            Dispatch.position(
                    world, assignment.number("technicianId"), address.path("latitude"), address.path("longitude"));
        }
        tell(world, "tn.dis.technician-arrived", moved);
        History.note(world, appointment.number("jobId"), "Technician Arrived", "", World.API_USER);
        return moved;
    }

    /** They are done here. */
    static Row finish(World world, Row appointment) {
        from(appointment, "Working");
        Row moved = Appointments.move(world, appointment, "Done");
        Assignments.move(world, appointment, "Done");
        for (Row sheet : sheets(world, appointment)) {
            sheet.body().put("doneOn", world.now().toString());
            world.ledger().save(sheet);
            status(world, sheet.number("technicianId"), "Idle", null);
        }
        return moved;
    }

    /** The job is done: what was sold or used goes on its invoice. */
    static Row complete(World world, Row job, ObjectNode request) {
        ArrayNode items = Json.array();
        request.path("items").forEach(items::add);
        if (items.isEmpty()) {
            for (Row estimate : world.all("estimate", "jobId", job.id())) {
                if (estimate.body().path("status").path("name").asText().equals("Sold")) {
                    sold(world, estimate, items);
                }
            }
        }
        Row invoice = world.get(Invoices.KIND, job.number("invoiceId"));
        Invoices.fill(world, invoice, items);
        return Jobs.complete(world, job, world.now().toString());
    }

    private static void sold(World world, Row estimate, ArrayNode items) {
        for (Row item : world.all("estimate-item", "estimateId", estimate.id())) {
            ObjectNode line = items.addObject()
                    .put("skuId", item.body().path("sku").path("id").asLong());
            line.put("description", item.text("description"));
            line.set("quantity", item.body().get("qty"));
            line.set("unitPrice", item.body().get("unitRate"));
            line.set("cost", item.body().get("unitCost"));
        }
    }

    static Row note(World world, Row job, ObjectNode request) {
        long author = request.path("technicianId").asLong(World.API_USER);
        return Notes.write(world, job, Office.required(request, "text"), false, author);
    }

    /** Somebody filled in a form on a job. */
    static Row submit(World world, Row job, ObjectNode request) {
        Row form = world.named("form", "formId", request.path("formId").asLong());
        ObjectNode body = Json.object().put("formId", form.id()).put("formName", form.text("name"));
        body.put("submittedOn", world.now().toString()).put("status", "Completed");
        body.put("createdById", request.path("technicianId").asLong(World.API_USER));
        body.putArray("owners").addObject().put("type", "Job").put("id", job.id());
        ArrayNode units = body.putArray("units");
        int number = 1;
        for (JsonNode answer : request.path("answers")) {
            ObjectNode unit = units.addObject().put("id", "field-" + number++).put("type", "Text");
            unit.put("name", answer.path("name").asText());
            unit.put("value", answer.path("value").asText());
            unit.put("comment", answer.path("comment").asText());
            unit.putArray("attachments");
        }
        return world.add("form-submission", body);
    }

    /** Everybody works until now: visits of the day set out, arrive and end when their time has come. */
    static int workTheDay(World world) {
        Instant midnight = world.now()
                .atZone(World.SHOP)
                .toLocalDate()
                .atStartOfDay(World.SHOP)
                .toInstant();
        int moved = 0;
        Search today = Search.of(Appointments.KIND)
                .active(true)
                .from("start", midnight)
                .before("start", world.now().plus(Duration.ofMinutes(30)))
                .orderBy("start", true);
        for (Row appointment : world.ledger().all(today)) {
            moved += workOn(world, appointment);
        }
        return moved;
    }

    private static int workOn(World world, Row first) {
        Row appointment = first;
        int moved = 0;
        Instant start = Instant.parse(appointment.text("start"));
        Instant end = Instant.parse(appointment.text("end"));
        if (appointment.text("status").equals("Scheduled")
                && !Assignments.of(world, appointment).isEmpty()) {
            appointment = dispatch(world, appointment);
            moved++;
        }
        if (appointment.text("status").equals("Dispatched") && !start.isAfter(world.now())) {
            appointment = arrive(world, appointment);
            moved++;
        }
        if (appointment.text("status").equals("Working") && !end.isAfter(world.now())) {
            finish(world, appointment);
            complete(world, world.get(Jobs.KIND, appointment.number("jobId")), Json.object());
            moved++;
        }
        return moved;
    }

    private static void from(Row appointment, String status) {
        if (!appointment.text("status").equals(status)) {
            throw Problem.conflict("The appointment is " + appointment.text("status") + ", not " + status + ".");
        }
    }

    private static List<Row> sheets(World world, Row appointment) {
        return world.all(SHEET, "appointmentId", appointment.id());
    }

    private static void status(World world, long technicianId, String status, Row appointment) {
        Row technician = world.get("technician", technicianId);
        ObjectNode body = technician.body().put("status", status);
        if (appointment == null) {
            body.putNull("jobId").putNull("appoitmentId");
        } else {
            body.put("jobId", appointment.number("jobId")).put("appoitmentId", appointment.id());
        }
        world.ledger().save(technician);
    }

    private static void tell(World world, String type, Row appointment) {
        ObjectNode data = Json.object();
        data.set("job", world.dressed(world.get(Jobs.KIND, appointment.number("jobId"))));
        ObjectNode visit = appointment.answer();
        visit.put("scheduledOn", appointment.created().toString());
        Duration length =
                Duration.between(Instant.parse(appointment.text("start")), Instant.parse(appointment.text("end")));
        visit.put("duration", length.toMinutes());
        data.set("appointment", visit);
        world.tell(type, data);
    }
}
