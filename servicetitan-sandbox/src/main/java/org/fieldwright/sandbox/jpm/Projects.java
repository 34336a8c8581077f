package org.fieldwright.sandbox.jpm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Notes;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** Projects, which hold several jobs of one location together. */
final class Projects {
    private static final String KIND = "project";

    private Projects() {}

    static void bind(Book book, Book.Chapter jpm) {
        book.dress(KIND, Projects::dress);
        jpm.list("projects", KIND, filters())
                .get("projects/{id}", KIND)
                .on("POST", "projects", work -> {
                    ObjectNode project = Bodies.created(work.fields());
                    Row location = work.world()
                            .named(
                                    "location",
                                    "locationId",
                                    project.path("locationId").asLong());
                    project.put("customerId", location.number("customerId"));
                    project.put("number", String.valueOf(work.ledger().nextNumber()));
                    status(work.world(), project);
                    return Result.of(work.world().dressed(work.world().add(KIND, project)));
                })
                .on("PATCH", "projects/{id}", work -> {
                    Row project = work.world().get(KIND, work.id("id"));
                    ObjectNode changes = work.fields().deepCopy();
                    changes.remove("jobIds");
                    Bodies.merge(project, changes);
                    status(work.world(), project.body());
                    Json.ids(work.fields().get("jobIds")).forEach(job -> attach(work, job, project.id()));
                    return Result.of(work.world().dressed(work.ledger().save(project)));
                })
                .on("POST", "projects/{id}/attach-job/{jobId}", work -> {
                    attach(
                            work,
                            work.id("jobId"),
                            work.world().get(KIND, work.id("id")).id());
                    return Result.nothing();
                })
                .on("POST", "projects/detach-job/{jobId}", work -> {
                    Row job = work.world().get(Jobs.KIND, work.id("jobId"));
                    job.body().putNull("projectId");
                    work.ledger().save(job);
                    return Result.nothing();
                })
                .customFields("projects/custom-fields", KIND)
                .list("project-statuses", "project-status")
                .get("project-statuses/{id}", "project-status")
                .list("project-substatuses", "project-substatus")
                .get("project-substatuses/{id}", "project-substatus")
                .list("project-types", "project-type")
                .get("project-types/{id}", "project-type")
                .export("export/projects", KIND)
                .export("export/project-notes", Notes.kind(KIND));
        Notes.bind(jpm, "projects/{id}/notes", KIND);
    }

    private static Map<String, Filters.Filter> filters() {
        Map<String, Filters.Filter> filters = new HashMap<>();
        filters.put(
                "jobId",
                (search, work, value) -> holding(search, Search.of(Jobs.KIND).ids(work.askedIds("jobId"))));
        filters.put(
                "invoiceId",
                (search, work, value) -> holding(search, Search.of(Jobs.KIND).equal("invoiceId", value)));
        filters.put(
                "technicianId",
                (search, work, value) -> holding(
                        search,
                        Search.of(Jobs.KIND)
                                .pointedAt(Search.of("appointment-assignment").equal("technicianId", value), "jobId")));
        filters.put(
                "appointmentId",
                (search, work, value) -> holding(
                        search,
                        Search.of(Jobs.KIND)
                                .pointedAt(Search.of(Appointments.KIND).ids(work.askedIds("appointmentId")), "jobId")));
        filters.put(
                "startsOnOrAfter",
                (search, work, value) -> search.from("startDate", Filters.moment("startsOnOrAfter", value)));
        filters.put(
                "startsBefore",
                (search, work, value) -> search.before("startDate", Filters.moment("startsBefore", value)));
        filters.put(
                "completedOnOrAfter",
                (search, work, value) ->
                        search.from("actualCompletionDate", Filters.moment("completedOnOrAfter", value)));
        filters.put(
                "completedBefore",
                (search, work, value) ->
                        search.before("actualCompletionDate", Filters.moment("completedBefore", value)));
        return filters;
    }

    private static void holding(Search search, Search jobs) {
        search.pointedAt(jobs, "projectId");
    }

    private static void attach(Work work, long jobId, long project) {
        Row job = work.world().named(Jobs.KIND, "jobId", jobId);
        job.body().put("projectId", project);
        work.ledger().save(job);
    }

    private static void status(World world, ObjectNode project) {
        if (Json.has(project, "statusId")) {
            Row status = world.named(
                    "project-status", "statusId", project.path("statusId").asLong());
            project.put("status", status.text("name"));
        }
        if (Json.has(project, "subStatusId")) {
            Row status = world.named(
                    "project-substatus",
                    "subStatusId",
                    project.path("subStatusId").asLong());
            project.put("subStatus", status.text("name"));
        }
    }

    private static void dress(World world, List<ObjectNode> projects) {
        for (ObjectNode project : projects) {
            long id = project.path("id").asLong();
            List<Long> jobs =
                    world.all(Jobs.KIND, "projectId", id).stream().map(Row::id).toList();
            project.set("jobIds", Json.ids(jobs));
        }
    }
}
