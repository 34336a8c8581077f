package org.fieldwright.sandbox.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** The life of an invoice: opened with its job, filled, posted, exported. Its sums always follow its items and payments. */
public final class Invoices {
    public static final String KIND = "invoice";
    public static final String ITEM = "invoice-item";
    private static final BigDecimal TAX = new BigDecimal("0.0825");

    private Invoices() {}

    /** Every job has an invoice from the day it is booked. */
    public static Row open(World world, Row job, Row type, Row unit, Row customer, Row location) {
        ObjectNode body = blank(world, customer, location, unit);
        body.put("referenceNumber", job.text("jobNumber"));
        body.put("jobId", job.id());
        body.putObject("job")
                .put("id", job.id())
                .put("number", job.text("jobNumber"))
                .put("type", type.text("name"));
        body.put("invoiceConfiguration", "JobInvoice");
        body.set("projectId", job.body().get("projectId"));
        return world.add(KIND, body);
    }

    /** What a sold membership costs. */
    public static Row openForMembership(World world, Row membership, Row customer, Row location, Row unit) {
        ObjectNode body = blank(world, customer, location, unit);
        body.put("referenceNumber", String.valueOf(world.ledger().nextNumber()));
        body.put("membershipId", membership.id()).put("invoiceConfiguration", "MembershipInvoice");
        return world.add(KIND, body);
    }

    private static ObjectNode blank(World world, Row customer, Row location, Row unit) {
        ObjectNode body = Json.object();
        body.put("customerId", customer.id()).put("locationId", location.id());
        body.set("customer", named(customer));
        body.set("customerAddress", customer.body().path("address"));
        body.set("location", named(location));
        body.set("locationAddress", location.body().path("address"));
        body.set("businessUnit", named(unit));
        body.put("invoiceDate", world.now().toString());
        body.put("dueDate", world.now().plus(Duration.ofDays(30)).toString());
        body.put("termName", "Net 30");
        body.put("syncStatus", "Pending").put("reviewStatus", "NeedsReview").put("sentStatus", "NotSent");
        body.set("taxZoneId", location.body().get("taxZoneId"));
        body.put("createdBy", "API");
        for (String sum : List.of("subTotal", "salesTax", "total", "balance", "discountTotal")) {
            body.set(sum, Json.money(BigDecimal.ZERO));
        }
        return body;
    }

    static ObjectNode named(Row row) {
        return Json.object().put("id", row.id()).put("name", row.text("name"));
    }

    /** An invoice that corrects another one. */
    static Row adjust(World world, ObjectNode request) {
        Row corrected = world.named(
                KIND, "adjustmentToId", request.path("adjustmentToId").asLong());
        ObjectNode body = corrected.body().deepCopy();
        body.remove(List.of("exportId", "paidOn", "batch"));
        body.put("adjustmentToId", corrected.id());
        body.put("referenceNumber", request.path("number").asText(corrected.text("referenceNumber") + "-A"));
        body.put("syncStatus", "Pending").put("invoiceDate", world.now().toString());
        Row invoice = world.add(KIND, body);
        for (JsonNode item : request.path("items")) {
            putItem(world, invoice, (ObjectNode) item);
        }
        return changed(world, invoice);
    }

    /** Adds an item, or changes the one whose id is given. */
    static void putItem(World world, Row invoice, ObjectNode request) {
        open(invoice);
        long id = request.path("id").asLong();
        Optional<Row> old = id == 0 ? Optional.empty() : Optional.of(item(world, invoice, id));
        ObjectNode body = old.map(Row::body).orElseGet(() -> newItem(world, invoice));
        Optional<Row> sku = sku(world, request);
        sku.ifPresent(found -> describe(body, found));
        BigDecimal quantity = Json.amount(request, "quantity");
        BigDecimal price =
                Json.has(request, "unitPrice") ? Json.amount(request, "unitPrice") : Json.amount(body, "price");
        BigDecimal cost = Json.has(request, "cost") ? Json.amount(request, "cost") : Json.amount(body, "cost");
        body.put("description", request.path("description").asText());
        body.set("quantity", Json.money(quantity));
        body.set("price", Json.money(price));
        body.set("cost", Json.money(cost));
        body.set("total", Json.money(quantity.multiply(price)));
        body.set("totalCost", Json.money(quantity.multiply(cost)));
        copy(request, body, "technicianId", "technicianId");
        copy(request, body, "isAddOn", "addOn");
        copy(request, body, "inventoryLocationId", "inventoryLocationId");
        copy(request, body, "installedOn", "serviceDate");
        if (old.isPresent()) {
            world.ledger().save(old.get());
        } else {
            world.add(ITEM, body);
        }
    }

    private static void copy(ObjectNode from, ObjectNode to, String field, String as) {
        if (Json.has(from, field)) {
            to.set(as, from.get(field));
        }
    }

    private static ObjectNode newItem(World world, Row invoice) {
        ObjectNode item = Json.object().put("invoiceId", invoice.id());
        item.put("type", "Unspecified")
                .put("taxable", true)
                .put("isChargeable", true)
                .put("membershipTypeId", 0);
        item.put("order", items(world, invoice.id()).size() + 1);
        item.set("businessUnit", invoice.body().get("businessUnit"));
        return item;
    }

    private static Optional<Row> sku(World world, ObjectNode request) {
        long id = request.path("skuId").asLong();
        String name = request.path("skuName").asText("");
        if (id == 0 && name.isEmpty()) {
            return Optional.empty();
        }
        for (String kind : List.of("service", "material", "equipment", "discount-and-fee")) {
            Optional<Row> found = id != 0
                    ? world.ledger().find(kind, id)
                    : world.ledger().first(Search.of(kind).equal("code", name));
            if (found.isPresent()) {
                return found;
            }
        }
        throw Problem.bad("skuId", "There is no such item in the pricebook.");
    }

    private static void describe(ObjectNode item, Row sku) {
        String type = switch (sku.kind()) {
            case "service" -> "Service";
            case "material" -> "Material";
            case "equipment" -> "Equipment";
            default -> "PriceModifier";
        };
        item.put("skuId", sku.id()).put("skuName", sku.text("code")).put("displayName", sku.text("displayName"));
        item.put("type", type);
        item.set("price", Json.money(Json.amount(sku.body(), "price")));
        item.set("cost", Json.money(Json.amount(sku.body(), "cost")));
        item.set("memberPrice", Json.money(Json.amount(sku.body(), "memberPrice")));
        item.set("soldHours", Json.money(Json.amount(sku.body(), "hours")));
        item.put("inventory", sku.body().path("isInventory").asBoolean());
        item.put("taxable", sku.body().path("taxable").asBoolean(true));
    }

    static void removeItem(World world, Row invoice, long id) {
        open(invoice);
        world.ledger().deactivate(item(world, invoice, id));
    }

    private static Row item(World world, Row invoice, long id) {
        return world.ledger()
                .find(ITEM, id)
                .filter(row -> row.active() && row.number("invoiceId") == invoice.id())
                .orElseThrow(() -> Problem.bad("id", "The invoice has no item with the id " + id + "."));
    }

    /** An exported invoice is closed. */
    static void open(Row invoice) {
        if (invoice.text("syncStatus").equals("Exported")) {
            throw Problem.bad("id", "The invoice is exported: only an adjustment can change it.");
        }
    }

    static List<Row> items(World world, long invoice) {
        return world.ledger().all(Search.of(ITEM).active(true).equal("invoiceId", invoice));
    }

    /** Puts items into an invoice and reckons it anew; for what people do on their own screens. */
    public static Row fill(World world, Row invoice, Iterable<? extends JsonNode> items) {
        items.forEach(item -> putItem(world, invoice, (ObjectNode) item));
        return changed(world, invoice);
    }

    /** Reckons the sums anew, keeps them and tells it. */
    public static Row changed(World world, Row invoice) {
        BigDecimal subtotal = BigDecimal.ZERO;
        BigDecimal taxable = BigDecimal.ZERO;
        for (Row item : items(world, invoice.id())) {
            BigDecimal total = Json.amount(item.body(), "total");
            subtotal = subtotal.add(total);
            if (item.body().path("taxable").asBoolean()) {
                taxable = taxable.add(total);
            }
        }
        ObjectNode body = invoice.body();
        body.set("subTotal", Json.money(subtotal));
        body.set("salesTax", Json.money(taxable.multiply(TAX)));
        BigDecimal total = Json.amount(body, "subTotal").add(Json.amount(body, "salesTax"));
        BigDecimal balance = total.subtract(paid(world, invoice.id()));
        body.set("total", Json.money(total));
        body.set("balance", Json.money(balance));
        if (balance.signum() <= 0 && total.signum() > 0 && !Json.has(body, "paidOn")) {
            body.put("paidOn", world.now().toString());
        }
        return tell(world, "tn.acc.invoice-updated", world.ledger().save(invoice));
    }

    private static BigDecimal paid(World world, long invoice) {
        BigDecimal paid = BigDecimal.ZERO;
        Search payments =
                Search.of("payment").active(true).havingMember("appliedTo", "appliedTo", List.of("" + invoice));
        for (Row payment : world.ledger().all(payments)) {
            for (JsonNode split : payment.body().path("appliedTo")) {
                if (split.path("appliedTo").asLong() == invoice) {
                    paid = paid.add(Json.amount(split, "appliedAmount"));
                }
            }
        }
        return paid;
    }

    /** Posting an invoice is the office's work; an event says it. */
    public static Row post(World world, Row invoice) {
        open(invoice);
        invoice.body().put("syncStatus", "Posted").put("reviewStatus", "Reviewed");
        return tell(world, "tn.acc.invoice-posted", world.ledger().save(invoice));
    }

    static Row tell(World world, String type, Row invoice) {
        ObjectNode data = Json.object();
        data.set("invoice", invoice.answer());
        world.tell(type, data);
        return invoice;
    }

    /** Shows the items with their invoices. */
    static void dress(World world, List<ObjectNode> invoices) {
        Map<Long, ObjectNode> byId = new HashMap<>();
        invoices.forEach(invoice -> {
            invoice.putArray("items");
            byId.put(invoice.path("id").asLong(), invoice);
        });
        List<String> ids = byId.keySet().stream().map(String::valueOf).toList();
        world.ledger()
                .all(Search.of(ITEM).active(true).among("invoiceId", ids))
                .forEach(item ->
                        byId.get(item.number("invoiceId")).withArray("items").add(item.answer()));
    }
}
