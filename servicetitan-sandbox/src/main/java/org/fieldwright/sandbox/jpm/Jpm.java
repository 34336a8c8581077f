package org.fieldwright.sandbox.jpm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Notes;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** The module {@code /jpm/v2}: jobs and appointments. */
public final class Jpm {
    private Jpm() {}

    public static void bind(Book book) {
        Book.Chapter jpm = book.chapter("/jpm/v2");
        book.dress(Jobs.KIND, Jpm::dress);
        jobs(jpm);
        equipment(jpm);
        logs(jpm);
        appointments(jpm);
        JobReferences.bind(jpm);
        Projects.bind(book, jpm);
    }

    private static void jobs(Book.Chapter jpm) {
        jpm.list("jobs", Jobs.KIND, jobFilters())
                .get("jobs/{id}", Jobs.KIND)
                .on("POST", "jobs", work -> {
                    Row job = Jobs.book(work.world(), work.fields());
                    return Result.of(work.world().dressed(job));
                })
                .on("PATCH", "jobs/{id}", work -> {
                    Row job = Jobs.change(work.world(), job(work), work.fields());
                    return Result.of(work.world().dressed(job));
                })
                .on("PUT", "jobs/{id}/cancel", work -> {
                    ObjectNode request = work.fields();
                    Jobs.cancel(
                            work.world(),
                            job(work),
                            request.path("reasonId").asLong(),
                            request.path("memo").asText());
                    return Result.nothing();
                })
                .on("PUT", "jobs/{id}/remove-cancellation", work -> {
                    Jobs.removeCancellation(work.world(), job(work));
                    return Result.nothing();
                })
                .on("PUT", "jobs/{id}/complete", work -> {
                    Jobs.complete(
                            work.world(),
                            job(work),
                            work.fields().path("completedOn").asText());
                    return Result.nothing();
                })
                .on("PUT", "jobs/{id}/hold", work -> {
                    for (Row appointment : work.world()
                            .all(Appointments.KIND, "jobId", job(work).id())) {
                        Appointments.hold(
                                work.world(),
                                appointment,
                                work.fields().path("reasonId").asLong(),
                                work.fields().path("memo").asText());
                    }
                    return Result.nothing();
                })
                .customFields("jobs/custom-fields", Jobs.KIND)
                .export("export/jobs", Jobs.KIND)
                .export("export/job-notes", Notes.kind(Jobs.KIND))
                .export("export/job-history", History.KIND)
                .export("export/job-canceled-logs", "job-canceled-log");
        Notes.bind(jpm, "jobs/{id}/notes", Jobs.KIND);
    }

    private static Map<String, Filters.Filter> jobFilters() {
        Map<String, Filters.Filter> filters = new HashMap<>();
        filters.put("number", (search, work, value) -> search.equal("jobNumber", value));
        filters.put(
                "appointmentStatus",
                (search, work, value) -> search.pointedAt(visits().equal("status", value), "jobId"));
        filters.put(
                "appointmentStartsOnOrAfter",
                (search, work, value) -> search.pointedAt(
                        visits().from("start", Filters.moment("appointmentStartsOnOrAfter", value)), "jobId"));
        filters.put(
                "appointmentStartsBefore",
                (search, work, value) -> search.pointedAt(
                        visits().before("start", Filters.moment("appointmentStartsBefore", value)), "jobId"));
        filters.put(
                "firstAppointmentStartsOnOrAfter",
                (search, work, value) -> search.pointedAt(
                        firstVisits().from("start", Filters.moment("firstAppointmentStartsOnOrAfter", value)),
                        "jobId"));
        filters.put(
                "firstAppointmentStartsBefore",
                (search, work, value) -> search.pointedAt(
                        firstVisits().before("start", Filters.moment("firstAppointmentStartsBefore", value)), "jobId"));
        filters.put(
                "technicianId",
                (search, work, value) -> search.pointedAt(
                        Search.of("appointment-assignment").active(true).equal("technicianId", value), "jobId"));
        filters.put(
                "hasUnusedAppointments",
                (search, work, value) -> search.pointedAt(visits().equal("unused", value), "jobId"));
        filters.put(
                "estimateIds",
                (search, work, value) ->
                        search.pointedAt(Search.of("estimate").ids(work.askedIds("estimateIds")), "jobId"));
        return filters;
    }

    private static Search visits() {
        return Search.of(Appointments.KIND).active(true);
    }

    private static Search firstVisits() {
        return visits().ending("appointmentNumber", "-1");
    }

    private static void equipment(Book.Chapter jpm) {
        jpm.on("GET", "jobs/{id}/equipment", work -> Result.of(equipmentOf(job(work))))
                .on("POST", "jobs/{id}/equipment", work -> {
                    List<Long> added = Json.ids(work.fields().get("equipmentIds"));
                    added.forEach(id -> work.world().named("installed-equipment", "equipmentIds", id));
                    return attached(work, added, true);
                })
                .on("DELETE", "jobs/{id}/equipment", work -> {
                    attached(work, Json.ids(work.fields().get("equipmentIds")), false);
                    return Result.nothing();
                })
                .on("DELETE", "jobs/{id}/equipment/{equipmentId}", work -> {
                    attached(work, List.of(work.id("equipmentId")), false);
                    return Result.nothing();
                });
    }

    private static Result attached(Work work, Collection<Long> equipment, boolean attach) {
        Row job = job(work);
        TreeSet<Long> all = new TreeSet<>(Json.ids(job.body().get("equipmentIds")));
        if (attach) {
            all.addAll(equipment);
        } else {
            all.removeAll(equipment);
        }
        job.body().set("equipmentIds", Json.ids(all));
        return Result.of(equipmentOf(work.ledger().save(job)));
    }

    private static ObjectNode equipmentOf(Row job) {
        ObjectNode answer = Json.object();
        answer.set("equipmentIds", Json.ids(Json.ids(job.body().get("equipmentIds"))));
        return answer;
    }

    private static void logs(Book.Chapter jpm) {
        jpm.on("GET", "jobs/{id}/history", work -> {
                    Row job = job(work);
                    JsonNode history = work.ledger()
                            .first(Search.of(History.KIND).equal("jobId", job.id()))
                            .map(row -> row.body().path("history"))
                            .orElse(Json.array());
                    return Result.of(Json.object().set("history", history));
                })
                .listOf("jobs/{id}/canceled-log", "job-canceled-log", "id", "jobId", Jobs.KIND)
                .on("GET", "jobs/{id}/booked-log", work -> {
                    Row job = job(work);
                    Row log = work.ledger()
                            .first(Search.of("job-booked-log").equal("jobId", job.id()))
                            .orElseThrow();
                    return Result.of(log.answer());
                })
                .on("GET", "jobs/hold-reasons", Jpm::holdReasons)
                .on("GET", "jobs/cancel-reasons", Jpm::cancelReasons);
    }

    private static Result holdReasons(Work work) {
        List<ObjectNode> answers = new java.util.ArrayList<>();
        for (long job : work.askedIds("ids")) {
            ObjectNode answer = Json.object().put("jobId", job);
            ArrayNode held = answer.putArray("appointmentHoldReasons");
            for (Row visit : work.ledger().all(visits().equal("jobId", job).equal("status", "Hold"))) {
                long reason = visit.number("holdReasonId");
                String name = work.world().get("job-hold-reason", reason).text("name");
                held.addObject()
                        .put("appointmentId", visit.id())
                        .put("reasonId", reason)
                        .put("name", name)
                        .put("text", visit.text("holdMemo"));
                answer.put("reasonId", reason).put("name", name).put("text", visit.text("holdMemo"));
            }
            if (!held.isEmpty()) {
                answers.add(answer);
            }
        }
        return Result.list(answers);
    }

    private static Result cancelReasons(Work work) {
        List<ObjectNode> answers = new java.util.ArrayList<>();
        for (long job : work.askedIds("ids")) {
            work.ledger()
                    .first(Search.of("job-canceled-log").equal("jobId", job).orderBy("id", false))
                    .ifPresent(log -> answers.add(Json.object()
                            .put("jobId", job)
                            .put("reasonId", log.number("reasonId"))
                            .put(
                                    "name",
                                    work.world()
                                            .get("job-cancel-reason", log.number("reasonId"))
                                            .text("name"))
                            .put("text", log.text("memo"))));
        }
        return Result.list(answers);
    }

    private static void appointments(Book.Chapter jpm) {
        Map<String, Filters.Filter> filters = Map.of(
                "number",
                (search, work, value) -> search.equal("appointmentNumber", value),
                "projectId",
                (search, work, value) ->
                        search.pointing("jobId", Search.of(Jobs.KIND).equal("projectId", value)),
                "technicianId",
                (search, work, value) -> search.pointedAt(
                        Search.of("appointment-assignment").active(true).equal("technicianId", value),
                        "appointmentId"));
        jpm.list("appointments", Appointments.KIND, filters)
                .get("appointments/{id}", Appointments.KIND)
                .on("POST", "appointments", work -> {
                    Row job = work.world()
                            .named(
                                    Jobs.KIND,
                                    "jobId",
                                    work.fields().path("jobId").asLong());
                    Row added = Appointments.add(work.world(), job, work.fields());
                    Jobs.tell(work.world(), "tn.jpm.job-updated", job);
                    return Result.of(added.answer());
                })
                .on("DELETE", "appointments/{id}", work -> {
                    Appointments.delete(work.world(), appointment(work));
                    return Result.nothing();
                })
                .on(
                        "PATCH",
                        "appointments/{id}/reschedule",
                        work -> Result.of(Appointments.reschedule(work.world(), appointment(work), work.fields())
                                .answer()))
                .on("PUT", "appointments/{id}/hold", work -> {
                    ObjectNode request = work.fields();
                    Appointments.hold(
                            work.world(),
                            appointment(work),
                            request.path("reasonId").asLong(),
                            request.path("memo").asText());
                    return Result.nothing();
                })
                .on("DELETE", "appointments/{id}/hold", work -> {
                    Appointments.removeHold(work.world(), appointment(work));
                    return Result.nothing();
                })
                .on("PUT", "appointments/{id}/confirmation", work -> {
                    Appointments.confirm(work.world(), appointment(work), true);
                    return Result.nothing();
                })
                .on("DELETE", "appointments/{id}/confirmation", work -> {
                    Appointments.confirm(work.world(), appointment(work), false);
                    return Result.nothing();
                })
                .on("PUT", "appointments/{id}/special-instructions", work -> {
                    Row appointment = appointment(work);
                    appointment.body().set("specialInstructions", work.fields().get("specialInstructions"));
                    return Result.of(
                            Appointments.told(work.world(), work.ledger().save(appointment))
                                    .answer());
                })
                .on("POST", "appointments/{id}/summaries", Jpm::summary)
                .export("export/appointments", Appointments.KIND);
    }

    private static Result summary(Work work) {
        Row appointment = appointment(work);
        ObjectNode request = work.fields();
        work.world()
                .named(
                        "technician",
                        "technicianId",
                        request.path("technicianId").asLong());
        String now = work.world().now().toString();
        ObjectNode summary = Json.object()
                .put("jobAppointmentId", appointment.id())
                .put("jobId", appointment.number("jobId"))
                .put("createdOn", now)
                .put("modifiedOn", now);
        summary.setAll(request);
        appointment.body().withArray("appointmentSummaries").add(summary);
        work.ledger().save(appointment);
        return Result.of(summary);
    }

    private static Row job(Work work) {
        return work.world().get(Jobs.KIND, work.id("id"));
    }

    private static Row appointment(Work work) {
        Row appointment = work.world().get(Appointments.KIND, work.id("id"));
        if (!appointment.active()) {
            throw org.fieldwright.sandbox.desk.Problem.missing("appointment", appointment.id());
        }
        return appointment;
    }

    /** Shows on a job how many visits it has, its estimates and what its invoice comes to. */
    private static void dress(World world, List<ObjectNode> jobs) {
        Map<Long, ObjectNode> byId = new HashMap<>();
        jobs.forEach(job -> {
            job.put("appointmentCount", 0);
            job.putArray("estimateIds");
            byId.put(job.path("id").asLong(), job);
        });
        List<String> ids = byId.keySet().stream().map(String::valueOf).toList();
        for (Row visit : world.ledger().all(visits().among("jobId", ids).orderBy("start", true))) {
            ObjectNode job = byId.get(visit.number("jobId"));
            if (job.path("appointmentCount").asInt() == 0) {
                job.put("firstAppointmentId", visit.id());
            }
            job.put("lastAppointmentId", visit.id());
            job.put("appointmentCount", job.path("appointmentCount").asInt() + 1);
        }
        for (Row estimate :
                world.ledger().all(Search.of("estimate").active(true).among("jobId", ids))) {
            byId.get(estimate.number("jobId")).withArray("estimateIds").add(estimate.id());
        }
        List<Long> invoices =
                jobs.stream().map(job -> job.path("invoiceId").asLong()).toList();
        Map<Long, JsonNode> totals = new HashMap<>();
        world.ledger()
                .all(Search.of("invoice").ids(invoices))
                .forEach(invoice -> totals.put(invoice.id(), invoice.body().path("total")));
        jobs.forEach(job -> job.set("total", totals.get(job.path("invoiceId").asLong())));
    }
}
