package org.fieldwright.sandbox.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldwright.sandbox.desk.Behaviour;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;

/** The module {@code /accounting/v2}: invoices, payments, tax zones. */
public final class Accounting {
    private Accounting() {}

    public static void bind(Book book) {
        Book.Chapter accounting = book.chapter("/accounting/v2");
        book.dress(Invoices.KIND, Invoices::dress);
        invoices(accounting);
        InvoiceTasks.bind(accounting);
        Payments.bind(accounting);
        customFields(accounting, "invoices", Invoices.KIND);
        customFields(accounting, "payments", "payment");
        accounting
                .list("payment-types", "payment-type")
                .get("payment-types/{id}", "payment-type")
                .list("payment-terms", "payment-term")
                .get("payment-terms/{paymentTermId}", "payment-term", "paymentTermId")
                .list("tax-zones", "tax-zone");
    }

    private static void invoices(Book.Chapter accounting) {
        accounting
                .list("invoices", Invoices.KIND, filters())
                .on(
                        "POST",
                        "invoices",
                        work -> Result.of(LongNode.valueOf(
                                Invoices.adjust(work.world(), work.fields()).id())))
                .on("PATCH", "invoices/{id}", Accounting::change)
                .on("PATCH", "invoices/{invoiceId}/items", work -> {
                    Row invoice = work.world().get(Invoices.KIND, work.id("invoiceId"));
                    Invoices.fill(work.world(), invoice, List.of(work.fields()));
                    return Result.nothing();
                })
                .on("DELETE", "invoices/{invoiceId}/items/{itemId}", work -> {
                    Row invoice = work.world().get(Invoices.KIND, work.id("invoiceId"));
                    Invoices.removeItem(work.world(), invoice, work.id("itemId"));
                    Invoices.changed(work.world(), invoice);
                    return Result.nothing();
                })
                .on("POST", "invoices/markasexported", Accounting::markAsExported)
                .export("export/invoices", Invoices.KIND)
                .export("export/invoice-items", Invoices.ITEM);
    }

    private static Map<String, Filters.Filter> filters() {
        Map<String, Filters.Filter> filters = new HashMap<>();
        filters.put("statuses", (search, work, value) -> search.among("syncStatus", work.askedList("statuses")));
        filters.put("batchId", (search, work, value) -> search.equal("batch.id", value));
        filters.put("batchNumber", (search, work, value) -> search.equal("batch.number", value));
        filters.put("jobId", (search, work, value) -> search.equal("jobId", value));
        filters.put("jobNumber", (search, work, value) -> search.equal("job.number", value));
        filters.put("businessUnitId", (search, work, value) -> search.equal("businessUnit.id", value));
        filters.put("customerId", (search, work, value) -> search.equal("customerId", value));
        filters.put(
                "invoicedOnOrAfter",
                (search, work, value) -> search.from("invoiceDate", Filters.moment("invoicedOnOrAfter", value)));
        filters.put(
                "invoicedOnBefore",
                (search, work, value) -> search.before("invoiceDate", Filters.moment("invoicedOnBefore", value)));
        filters.put("number", (search, work, value) -> search.equal("referenceNumber", value));
        filters.put(
                "assignedToIds",
                (search, work, value) -> search.among("assignedTo.id", work.askedList("assignedToIds")));
        filters.put("balanceFilter.Comparer", (search, work, value) -> {});
        filters.put("balanceFilter.Balance", (search, work, value) -> {
            BigDecimal balance = new BigDecimal(value);
            BigDecimal cent = new BigDecimal("0.01");
            switch (work.asked("balanceFilter.Comparer").orElse("Equals")) {
                case "Greater" -> search.atLeast("balance", balance.add(cent));
                case "Less" -> search.atMost("balance", balance.subtract(cent));
                case "NotEquals" -> search.unequal("balance", balance);
                default -> search.atLeast("balance", balance).atMost("balance", balance);
            }
        });
        return filters;
    }

    private static Result change(Work work) {
        Row invoice = work.world().get(Invoices.KIND, work.id("id"));
        Invoices.open(invoice);
        ObjectNode request = work.fields();
        ObjectNode body = invoice.body();
        for (Map.Entry<String, String> name : Map.of(
                        "number", "referenceNumber",
                        "invoicedOn", "invoiceDate",
                        "taxZoneId", "taxZoneId",
                        "summary", "summary",
                        "exportId", "exportId",
                        "reviewStatus", "reviewStatus")
                .entrySet()) {
            if (Json.has(request, name.getKey())) {
                body.set(name.getValue(), request.get(name.getKey()));
            }
        }
        if (Json.has(request, "dueDate")) {
            body.put("dueDate", request.path("dueDate").asText() + "T00:00:00Z");
        }
        if (Json.has(request, "assignedToId")) {
            Row employee = work.world()
                    .named(
                            "employee",
                            "assignedToId",
                            request.path("assignedToId").asLong());
            body.set("assignedTo", Invoices.named(employee));
        }
        if (Json.has(request, "royaltyStatus")) {
            body.putObject("royalty").set("status", request.get("royaltyStatus"));
        }
        Invoices.fill(work.world(), invoice, request.path("items"));
        return Result.nothing();
    }

    private static Result markAsExported(Work work) {
        ArrayNode answers = Json.array();
        for (JsonNode one : work.elements()) {
            long id = one.path("invoiceId").asLong();
            ObjectNode answer = answers.addObject().put("invoiceId", id);
            Row invoice = work.ledger().find(Invoices.KIND, id).orElse(null);
            if (invoice == null || !invoice.text("syncStatus").equals("Posted")) {
                answer.put("success", false).put("errorMessage", "Only a posted invoice can be exported.");
            } else {
                invoice.body().put("syncStatus", "Exported").set("exportId", one.get("externalId"));
                Invoices.tell(
                        work.world(), "tn.acc.invoice-exported", work.ledger().save(invoice));
                answer.put("success", true).putNull("errorMessage");
            }
        }
        return Result.of(answers);
    }

    /** Custom fields of these are set by their names. */
    public static void customFields(Book.Chapter chapter, String path, String kind) {
        chapter.customFields(path + "/custom-fields", kind).on("PATCH", path + "/custom-fields", setCustomFields(kind));
    }

    /** Sets custom fields by their names. */
    public static Behaviour setCustomFields(String kind) {
        return work -> {
            for (JsonNode operation : work.fields().path("operations")) {
                Row row = work.world()
                        .named(kind, "objectId", operation.path("objectId").asLong());
                for (JsonNode field : operation.path("customFields")) {
                    put(row, field.path("name").asText(), field.path("value"));
                }
                work.ledger().save(row);
            }
            return Result.nothing();
        };
    }

    private static void put(Row row, String name, JsonNode value) {
        if (name.isBlank()) {
            throw Problem.bad("name", "A custom field has a name.");
        }
        for (JsonNode field : row.body().withArray("customFields")) {
            if (field.path("name").asText().equals(name)) {
                ((ObjectNode) field).set("value", value);
                return;
            }
        }
        row.body().withArray("customFields").addObject().put("name", name).set("value", value);
    }
}
