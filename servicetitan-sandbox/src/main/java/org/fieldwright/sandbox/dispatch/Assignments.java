package org.fieldwright.sandbox.dispatch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** Which technician is on which appointment. Assigning moves nothing but the assignment. */
public final class Assignments {
    public static final String KIND = "appointment-assignment";

    private Assignments() {}

    static void bind(Book.Chapter dispatch) {
        dispatch.list("appointment-assignments", KIND)
                .on("POST", "appointment-assignments/assign-technicians", work -> {
                    Row appointment = open(work);
                    assign(work.world(), appointment, Json.ids(work.fields().get("technicianIds")));
                    return Result.of(appointment.answer());
                })
                .on("POST", "appointment-assignments/unassign-technicians", work -> {
                    Row appointment = open(work);
                    List<Long> technicians = Json.ids(work.fields().get("technicianIds"));
                    for (Row assignment : of(work.world(), appointment)) {
                        if (technicians.contains(assignment.number("technicianId"))) {
                            work.ledger().deactivate(assignment);
                        }
                    }
                    return Result.of(appointment.answer());
                })
                .export("export/appointment-assignments", KIND);
    }

    private static Row open(Work work) {
        Row appointment = work.world()
                .named(
                        "appointment",
                        "jobAppointmentId",
                        work.fields().path("jobAppointmentId").asLong());
        String status = appointment.text("status");
        if (status.equals("Done") || status.equals("Canceled")) {
            throw Problem.conflict("The appointment is " + status + ": its technicians stay as they are.");
        }
        return appointment;
    }

    /** Puts technicians on an appointment; who is there already stays once. */
    public static void assign(World world, Row appointment, Collection<Long> technicians) {
        List<Long> there = of(world, appointment).stream()
                .map(assignment -> assignment.number("technicianId"))
                .toList();
        for (long id : technicians) {
            Row technician = world.named("technician", "technicianIds", id);
            if (!there.contains(id)) {
                ObjectNode body = Json.object()
                        .put("technicianId", id)
                        .put("technicianName", technician.text("name"))
                        .put("assignedById", World.API_USER)
                        .put("assignedOn", world.now().toString())
                        .put("status", "Scheduled")
                        .put("isPaused", false)
                        .put("jobId", appointment.number("jobId"))
                        .put("appointmentId", appointment.id());
                world.add(KIND, body);
            }
        }
    }

    /** Takes everybody off an appointment. */
    public static void release(World world, Row appointment) {
        of(world, appointment).forEach(world.ledger()::deactivate);
    }

    public static void move(World world, Row appointment, String status) {
        for (Row assignment : of(world, appointment)) {
            assignment.body().put("status", status);
            world.ledger().save(assignment);
        }
    }

    public static List<Row> of(World world, Row appointment) {
        return world.ledger().all(Search.of(KIND).active(true).equal("appointmentId", appointment.id()));
    }
}
