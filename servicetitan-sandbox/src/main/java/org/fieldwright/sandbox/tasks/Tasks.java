package org.fieldwright.sandbox.tasks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** The module {@code /taskmanagement/v2}. */
public final class Tasks {
    private static final String KIND = "task";

    private Tasks() {}

    public static void bind(Book book) {
        Map<String, Filters.Filter> filters = new HashMap<>();
        filters.put("statuses", (search, work, value) -> search.among("status", work.askedList("statuses")));
        filters.put("priorities", (search, work, value) -> search.among("priority", work.askedList("priorities")));
        filters.put(
                "completeBefore",
                (search, work, value) -> search.before("completeBy", Filters.moment("completeBefore", value)));
        filters.put(
                "completeOnOrAfter",
                (search, work, value) -> search.from("completeBy", Filters.moment("completeOnOrAfter", value)));
        book.chapter("/taskmanagement/v2")
                .on("GET", "data", Tasks::data)
                .list("tasks", KIND, filters)
                .get("tasks/{id}", KIND)
                .on("POST", "tasks", Tasks::create)
                .on("POST", "tasks/{id}/subtasks", Tasks::addSubtask);
    }

    private static Result create(Work work) {
        World world = work.world();
        ObjectNode body = work.fields().deepCopy();
        world.named(
                "business-unit", "businessUnitId", body.path("businessUnitId").asLong());
        world.named(
                "task-type",
                "employeeTaskTypeId",
                body.path("employeeTaskTypeId").asLong());
        world.named(
                "task-source",
                "employeeTaskSourceId",
                body.path("employeeTaskSourceId").asLong());
        body.put("taskNumber", world.ledger().nextNumber());
        body.set("reportedOn", body.get("reportedDate"));
        if (!Json.has(body, "status")) {
            body.put("status", body.path("isClosed").asBoolean() ? "Completed" : "ToDo");
        }
        if (Json.has(body, "customerId")) {
            Row customer = world.named(
                    "customer", "customerId", body.path("customerId").asLong());
            body.put("customerName", customer.text("name"));
        }
        if (Json.has(body, "jobId")) {
            Row job = world.named("job", "jobId", body.path("jobId").asLong());
            body.put("jobNumber", job.text("jobNumber"));
        }
        body.putArray("comments");
        body.putArray("attachments");
        return Result.of(world.add(KIND, body).answer());
    }

    private static Result addSubtask(Work work) {
        Row task = work.world().get(KIND, work.id("id"));
        ObjectNode data = task.body().withObject("subTasksData");
        ArrayNode all = data.withArray("subTasks");
        String now = work.world().now().toString();
        ObjectNode subtask = work.fields().deepCopy();
        subtask.put("subtaskNumber", all.size() + 1).put("isViewed", false).put("active", true);
        subtask.put("assignedDateTime", now).put("createdOn", now);
        subtask.putArray("comments");
        all.add(subtask);
        data.put("count", all.size());
        work.ledger().save(task);
        ObjectNode answer = subtask.deepCopy().put("parentTaskId", task.id());
        return Result.of(answer.put("subtaskNumber", task.text("taskNumber") + "-" + all.size()));
    }

    private static Result data(Work work) {
        ObjectNode data = Json.object();
        rows(work, data.putArray("employees"), "employee");
        ArrayNode units = data.putArray("businessUnits");
        work.ledger()
                .all(Search.of("business-unit").active(true))
                .forEach(
                        unit -> units.addObject().put("name", unit.text("name")).put("value", unit.id()));
        names(data.putArray("taskPriorities"), "Low", "Normal", "High", "Urgent");
        names(data.putArray("taskResolutionTypes"), "Custom", "Refund");
        names(data.putArray("taskStatuses"), "ToDo", "InProgress", "OnHold", "Canceled", "Completed");
        rows(work, data.putArray("taskTypes"), "task-type");
        rows(work, data.putArray("taskSources"), "task-source");
        rows(work, data.putArray("taskResolutions"), "task-resolution");
        return Result.of(data);
    }

    private static void rows(Work work, ArrayNode into, String kind) {
        work.ledger().all(Search.of(kind).active(true)).forEach(row -> into.add(row.answer()));
    }

    private static void names(ArrayNode into, String... names) {
        List.of(names).forEach(name -> into.addObject().put("name", name));
    }
}
