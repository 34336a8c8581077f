package org.fieldwright.sandbox.accounting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;

/** Tasks that the office keeps on an invoice; their ids are texts. */
final class InvoiceTasks {
    private static final String KIND = "invoice-task";
    private static final String PATH = "invoices/{invoiceId}/tasks";

    private InvoiceTasks() {}

    static void bind(Book.Chapter accounting) {
        accounting
                .list(
                        PATH,
                        KIND,
                        Map.of(),
                        (search, work) ->
                                search.equal("invoiceId", invoice(work).id()),
                        false)
                .on("POST", PATH, InvoiceTasks::create)
                .on("PATCH", PATH + "/{taskId}", work -> {
                    invoice(work);
                    Row task = work.world().get(KIND, work.id("taskId"));
                    ObjectNode before = task.body().deepCopy();
                    task.body().setAll(work.fields());
                    Row saved = work.ledger().save(task);
                    tell(work.world(), "tn.acc.invoice-task-updated", saved, before);
                    return Result.of(Json.object().put("taskId", task.text("taskId")));
                });
    }

    private static Row invoice(Work work) {
        return work.world().get(Invoices.KIND, work.id("invoiceId"));
    }

    private static Result create(Work work) {
        long id = work.ledger().nextId();
        ObjectNode body = Json.object().put("invoiceId", invoice(work).id()).put("taskId", String.valueOf(id));
        body.put("type", "Task").put("status", "Open");
        body.put("name", work.fields().path("variables").path("name").asText("Check the invoice"));
        body.set("templateId", work.fields().get("templateId"));
        body.putArray("relations");
        Row task = work.ledger()
                .add(KIND, id, body, work.world().now(), work.world().now(), true);
        tell(work.world(), "tn.acc.invoice-task-created", task, Json.object());
        ObjectNode answer =
                Json.object().put("executionId", UUID.randomUUID().toString()).put("status", "Completed");
        answer.putArray("tasks").addObject().put("taskId", task.text("taskId")).put("key", "task");
        answer.putArray("errors");
        return Result.of(answer);
    }

    private static void tell(World world, String type, Row task, ObjectNode before) {
        ObjectNode data = Json.object();
        data.putObject("invoice").put("id", task.number("invoiceId"));
        ArrayNode changes =
                data.putObject("task").put("id", task.text("taskId")).putArray("changes");
        for (String field : new String[] {"name", "status", "assigneeId", "dueDate", "description"}) {
            if (task.body().has(field) && !task.body().path(field).equals(before.path(field))) {
                ObjectNode change = changes.addObject().put("fieldId", field).put("fieldType", "Text");
                change.set("oldValue", before.get(field));
                change.set("newValue", task.body().get(field));
            }
        }
        world.tell(type, data);
    }
}
