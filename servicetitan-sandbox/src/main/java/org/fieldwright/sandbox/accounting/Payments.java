package org.fieldwright.sandbox.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** Money that came in, and which invoices it was for. */
public final class Payments {
    private static final String KIND = "payment";

    private Payments() {}

    static void bind(Book.Chapter accounting) {
        accounting
                .list("payments", KIND, filters())
                .on("POST", "payments", work -> Result.of(receive(work.world(), work.fields())))
                .on("PATCH", "payments/{id}", work -> {
                    Row payment = work.world().get(KIND, work.id("id"));
                    return Result.of(change(work.world(), payment, work.fields()));
                })
                .on("POST", "payments/status", work -> {
                    for (long id : Json.ids(work.fields().get("paymentIds"))) {
                        Row payment = work.world().named(KIND, "paymentIds", id);
                        payment.body().set("syncStatus", work.fields().get("status"));
                        work.ledger().save(payment);
                    }
                    return Result.nothing();
                })
                .export("export/payments", KIND);
    }

    private static Map<String, Filters.Filter> filters() {
        Map<String, Filters.Filter> filters = new HashMap<>();
        filters.put(
                "appliedToInvoiceIds",
                (search, work, value) ->
                        search.havingMember("appliedTo", "appliedTo", work.askedList("appliedToInvoiceIds")));
        filters.put(
                "appliedToReferenceNumber",
                (search, work, value) -> search.havingMember("appliedTo", "appliedToReferenceNumber", List.of(value)));
        filters.put("batchId", (search, work, value) -> search.equal("batch.id", value));
        filters.put("batchNumber", (search, work, value) -> search.equal("batch.number", value));
        filters.put(
                "businessUnitIds",
                (search, work, value) -> search.among("businessUnit.id", work.askedList("businessUnitIds")));
        filters.put("customerId", (search, work, value) -> search.equal("customerId", value));
        filters.put("depositIds", (search, work, value) -> search.among("deposit.id", work.askedList("depositIds")));
        filters.put("paidOnAfter", (search, work, value) -> search.from("date", Filters.moment("paidOnAfter", value)));
        filters.put(
                "paidOnBefore", (search, work, value) -> search.before("date", Filters.moment("paidOnBefore", value)));
        filters.put("statuses", (search, work, value) -> search.among("syncStatus", work.askedList("statuses")));
        filters.put("transactionType", (search, work, value) -> {
            if (value.equals("JournalEntry")) {
                search.nothing();
            }
        });
        return filters;
    }

    /** Takes a payment: what is not for an invoice stays unapplied. */
    public static ObjectNode receive(World world, ObjectNode request) {
        Row type = world.named("payment-type", "typeId", request.path("typeId").asLong());
        ObjectNode body = Json.object();
        body.put("type", type.text("name")).put("typeId", type.id());
        body.put("syncStatus", request.path("status").asText("Pending"));
        body.put("date", request.path("paidOn").asText(world.now().toString()));
        for (String field : List.of("authCode", "checkNumber", "memo", "exportId")) {
            body.set(field, request.get(field));
        }
        body.put("referenceNumber", String.valueOf(world.ledger().nextNumber()));
        body.put("createdBy", "API");
        ArrayNode applied = applied(world, request.path("splits"));
        BigDecimal amount = Json.has(request, "amount") ? Json.amount(request, "amount") : sum(applied);
        owner(world, body, request, applied);
        settle(body, applied, amount);
        Row payment = world.add(KIND, body);
        invoices(applied).forEach(id -> Invoices.changed(world, world.get(Invoices.KIND, id)));
        return answer(payment);
    }

    private static void owner(World world, ObjectNode body, ObjectNode request, ArrayNode applied) {
        if (applied.isEmpty() && !Json.has(request, "customerId")) {
            throw Problem.bad("customerId", "A payment is of a customer or for an invoice.");
        }
        if (applied.isEmpty()) {
            Row customer = world.named(
                    "customer", "customerId", request.path("customerId").asLong());
            body.put("customerId", customer.id()).set("customer", Invoices.named(customer));
        } else {
            Row invoice =
                    world.get(Invoices.KIND, applied.get(0).path("appliedTo").asLong());
            body.put("customerId", invoice.number("customerId"))
                    .set("customer", invoice.body().get("customer"));
            body.set("businessUnit", invoice.body().get("businessUnit"));
        }
    }

    private static ObjectNode change(World world, Row payment, ObjectNode request) {
        Set<Long> touched = invoices(payment.body().path("appliedTo"));
        ObjectNode body = payment.body();
        Row type = world.named("payment-type", "typeId", request.path("typeId").asLong());
        body.put("type", type.text("name")).put("typeId", type.id());
        for (String field : List.of("authCode", "checkNumber", "memo", "exportId")) {
            if (request.has(field)) {
                body.set(field, request.get(field));
            }
        }
        if (request.has("paidOn")) {
            body.set("date", request.get("paidOn"));
        }
        if (request.has("status")) {
            body.set("syncStatus", request.get("status"));
        }
        if (request.has("active")) {
            payment.activate(request.path("active").asBoolean());
        }
        ArrayNode applied = applied(world, request.path("splits"));
        settle(body, applied, Json.amount(body, "total"));
        Row saved = world.ledger().save(payment);
        touched.addAll(invoices(applied));
        touched.forEach(id -> Invoices.changed(world, world.get(Invoices.KIND, id)));
        return answer(saved);
    }

    private static void settle(ObjectNode body, ArrayNode applied, BigDecimal amount) {
        BigDecimal left = amount.subtract(sum(applied));
        if (left.signum() < 0) {
            throw Problem.bad("splits", "More is applied than was paid.");
        }
        body.set("appliedTo", applied);
        body.set("total", Json.money(amount));
        body.set("unappliedAmount", Json.money(left));
    }

    private static ArrayNode applied(World world, JsonNode splits) {
        ArrayNode applied = Json.array();
        for (JsonNode split : splits) {
            Row invoice = Json.has(split, "invoiceId")
                    ? world.named(
                            Invoices.KIND, "splits", split.path("invoiceId").asLong())
                    : world.ledger()
                            .first(Search.of(Invoices.KIND)
                                    .active(true)
                                    .equal(
                                            "referenceNumber",
                                            split.path("invoiceNumber").asText()))
                            .orElseThrow(() -> Problem.bad("splits", "There is no such invoice."));
            ObjectNode line = applied.addObject();
            line.put("appliedId", world.ledger().nextId()).put("appliedTo", invoice.id());
            line.put("appliedToReferenceNumber", invoice.text("referenceNumber"));
            line.set("appliedAmount", Json.money(Json.amount(split, "amount")));
            line.put("appliedOn", world.now().toString()).put("appliedBy", "API");
        }
        return applied;
    }

    private static BigDecimal sum(JsonNode applied) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : applied) {
            sum = sum.add(Json.amount(line, "appliedAmount"));
        }
        return sum;
    }

    private static Set<Long> invoices(JsonNode applied) {
        Set<Long> ids = new LinkedHashSet<>();
        applied.forEach(line -> ids.add(line.path("appliedTo").asLong()));
        return ids;
    }

    /** A changed payment is told in other words than a listed one. */
    private static ObjectNode answer(Row payment) {
        ObjectNode answer = payment.answer();
        answer.set("paidOn", answer.get("date"));
        answer.set("status", answer.get("syncStatus"));
        answer.put("transactionStatus", "Success");
        ArrayNode splits = answer.putArray("splits");
        payment.body().path("appliedTo").forEach(line -> {
            ObjectNode split = splits.addObject();
            split.set("amount", line.get("appliedAmount"));
            split.set("invoiceId", line.get("appliedTo"));
            split.set("invoiceNumber", line.get("appliedToReferenceNumber"));
        });
        return answer;
    }
}
