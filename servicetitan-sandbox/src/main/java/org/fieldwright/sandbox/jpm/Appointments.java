package org.fieldwright.sandbox.jpm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.dispatch.Assignments;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** Visits of a job. A job always has one; only technicians move one forward. */
public final class Appointments {
    public static final String KIND = "appointment";
    private static final Set<String> ENDED = Set.of("Done", "Canceled");

    private Appointments() {}

    static Row add(World world, Row job, ObjectNode request) {
        if (job.text("jobStatus").equals("Completed") || job.text("jobStatus").equals("Canceled")) {
            throw Problem.conflict("The job is " + job.text("jobStatus") + ": no appointment can be added.");
        }
        ObjectNode body = request.deepCopy();
        body.remove("technicianIds");
        body.put("jobId", job.id());
        times(body);
        long count = world.ledger().count(Search.of(KIND).equal("jobId", job.id()));
        body.put("appointmentNumber", job.text("jobNumber") + "-" + (count + 1));
        body.put("status", "Scheduled");
        body.put("customerId", job.number("customerId"));
        body.put("isConfirmed", false);
        body.put("unused", false);
        body.putArray("appointmentSummaries");
        Row appointment = world.add(KIND, body);
        ObjectNode log = Json.object().put("jobId", job.id()).put("jobAppointmentId", appointment.id());
        for (String field : List.of("start", "arrivalWindowStart", "arrivalWindowEnd")) {
            log.set(field, body.get(field));
        }
        world.add("job-booked-log", log);
        Assignments.assign(world, appointment, Json.ids(request.get("technicianIds")));
        return appointment;
    }

    static Row reschedule(World world, Row appointment, ObjectNode request) {
        notEnded(appointment);
        Bodies.merge(appointment, request);
        times(appointment.body());
        Row saved = world.ledger().save(appointment);
        Row job = world.get(Jobs.KIND, appointment.number("jobId"));
        History.note(world, job.id(), "Appointment Rescheduled", "", World.API_USER);
        ObjectNode data = Jobs.event(world, job);
        data.put("appointmentId", appointment.id());
        data.put("appointmentNumber", appointment.text("appointmentNumber"));
        world.tell("tn.jpm.job-rescheduled", data);
        return told(world, saved);
    }

    static void delete(World world, Row appointment) {
        long job = appointment.number("jobId");
        if (world.ledger().count(Search.of(KIND).active(true).equal("jobId", job)) < 2) {
            throw Problem.conflict("The only appointment of a job cannot be deleted.");
        }
        if (world.ledger().count(Search.of("job-timesheet").equal("appointmentId", appointment.id())) > 0) {
            throw Problem.conflict("An appointment with timesheets cannot be deleted.");
        }
        Assignments.release(world, appointment);
        world.ledger().deactivate(appointment);
    }

    static void hold(World world, Row appointment, long reason, String memo) {
        world.named("job-hold-reason", "reasonId", reason);
        notEnded(appointment);
        appointment.body().put("status", "Hold").put("holdReasonId", reason).put("holdMemo", memo);
        told(world, world.ledger().save(appointment));
        Jobs.follow(world, appointment.number("jobId"), "Hold");
    }

    static void removeHold(World world, Row appointment) {
        if (!appointment.text("status").equals("Hold")) {
            throw Problem.conflict("The appointment is not on hold.");
        }
        appointment.body().put("status", "Scheduled").remove(List.of("holdReasonId", "holdMemo"));
        told(world, world.ledger().save(appointment));
        Jobs.follow(world, appointment.number("jobId"), "Scheduled");
    }

    static void confirm(World world, Row appointment, boolean confirmed) {
        notEnded(appointment);
        appointment.body().put("isConfirmed", confirmed);
        told(world, world.ledger().save(appointment));
    }

    /** A technician moves an appointment forward; the job follows. */
    public static Row move(World world, Row appointment, String status) {
        notEnded(appointment);
        appointment.body().put("status", status);
        Row saved = told(world, world.ledger().save(appointment));
        Jobs.follow(world, appointment.number("jobId"), status.equals("Dispatched") ? "Dispatched" : "InProgress");
        return saved;
    }

    static void cancelAll(World world, Row job) {
        for (Row appointment : world.all(KIND, "jobId", job.id())) {
            if (!ENDED.contains(appointment.text("status"))) {
                appointment.body().put("status", "Canceled");
                world.ledger().save(appointment);
                Assignments.release(world, appointment);
            }
        }
    }

    static void reviveAll(World world, Row job) {
        for (Row appointment : world.all(KIND, "jobId", job.id())) {
            if (appointment.text("status").equals("Canceled")) {
                appointment.body().put("status", "Scheduled");
                world.ledger().save(appointment);
            }
        }
    }

    static void finishAll(World world, Row job) {
        for (Row appointment : world.all(KIND, "jobId", job.id())) {
            if (!ENDED.contains(appointment.text("status"))) {
                boolean begun = appointment.text("status").equals("Working");
                appointment.body().put("status", "Done").put("unused", !begun);
                world.ledger().save(appointment);
                Assignments.move(world, appointment, "Done");
            }
        }
    }

    static Row told(World world, Row appointment) {
        ObjectNode data = Json.object();
        data.set("appointment", appointment.answer());
        world.tell("tn.jpm.job-appointment-updated", data);
        return appointment;
    }

    private static void notEnded(Row appointment) {
        if (ENDED.contains(appointment.text("status"))) {
            throw Problem.conflict("The appointment is " + appointment.text("status") + " already.");
        }
    }

    private static void times(ObjectNode body) {
        Instant start = Instant.parse(body.path("start").asText());
        Instant end = Instant.parse(body.path("end").asText());
        if (!start.isBefore(end)) {
            throw Problem.bad("end", "An appointment must end after it starts.");
        }
        if (!Json.has(body, "arrivalWindowStart")) {
            body.put("arrivalWindowStart", start.toString());
            body.put("arrivalWindowEnd", start.plus(Duration.ofHours(2)).toString());
        }
    }
}
