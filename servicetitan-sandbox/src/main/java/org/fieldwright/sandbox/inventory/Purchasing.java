package org.fieldwright.sandbox.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;

/** Orders, what comes of them, and what goes back. */
public final class Purchasing {
    private static final String ORDER = "purchase-order";

    private Purchasing() {}

    static Row order(World world, ObjectNode request) {
        ObjectNode body = Json.object();
        fill(world, body, request);
        body.put("number", "PO-" + world.ledger().nextNumber()).put("status", "Pending");
        Row order = world.add(ORDER, body);
        return world.ledger().save(order);
    }

    static Row change(World world, Row order, ObjectNode request) {
        if (List.of("Received", "Canceled").contains(order.text("status"))) {
            throw Problem.bad("id", "The order is " + order.text("status") + ".");
        }
        fill(world, order.body(), request);
        return world.ledger().save(order);
    }

    static Row cancel(World world, Row order) {
        if (order.text("status").equals("Received")) {
            throw Problem.bad("id", "The order is received.");
        }
        order.body().put("status", "Canceled");
        return world.ledger().save(order);
    }

    private static void fill(World world, ObjectNode body, ObjectNode request) {
        for (String field : List.of(
                "vendorId",
                "typeId",
                "businessUnitId",
                "inventoryLocationId",
                "jobId",
                "technicianId",
                "projectId",
                "budgetCodeId",
                "date",
                "requiredOn")) {
            if (request.has(field)) {
                body.set(field, request.get(field));
            }
        }
        if (request.has("vendorId")) {
            world.named("vendor", "vendorId", request.path("vendorId").asLong());
        }
        if (request.has("shipTo")) {
            body.set("shipTo", request.path("shipTo").path("address"));
        }
        if (request.has("vendorInvoiceNumber")) {
            body.set("vendorDocumentNumber", request.get("vendorInvoiceNumber"));
        }
        if (request.has("memo")) {
            body.set("summary", request.get("memo"));
        }
        for (String amount : List.of("tax", "shipping")) {
            if (request.has(amount)) {
                body.set(amount, Json.money(Json.amount(request, amount)));
            }
        }
        if (request.has("items")) {
            body.set("items", orderItems(world, request.path("items")));
        }
        BigDecimal total = Json.amount(body, "tax").add(Json.amount(body, "shipping"));
        for (JsonNode item : body.path("items")) {
            total = total.add(Json.amount(item, "total"));
        }
        body.set("total", Json.money(total));
    }

    private static ArrayNode orderItems(World world, JsonNode wanted) {
        ArrayNode items = Json.array();
        for (JsonNode one : wanted) {
            ObjectNode item = item(world, one);
            item.put(
                    "id",
                    Json.has(one, "id")
                            ? one.path("id").asLong()
                            : world.ledger().nextId());
            item.set("vendorPartNumber", one.get("vendorPartNumber"));
            item.set("quantityReceived", Json.money(BigDecimal.ZERO));
            item.put("status", "Pending").put("chargeable", true);
            items.add(item);
        }
        return items;
    }

    /** A line that names a part, with how many and at which cost. */
    static ObjectNode item(World world, JsonNode one) {
        Row sku = sku(world, one.path("skuId").asLong());
        ObjectNode item = Json.object().put("id", world.ledger().nextId()).put("skuId", sku.id());
        item.put("skuName", sku.text("displayName")).put("skuCode", sku.text("code"));
        item.put("name", sku.text("displayName")).put("code", sku.text("code"));
        item.put("skuType", sku.kind().equals("material") ? "Material" : "Equipment");
        item.put("description", one.path("description").asText(sku.text("description")));
        BigDecimal quantity = Json.amount(one, "quantity");
        BigDecimal cost = Json.has(one, "cost") ? Json.amount(one, "cost") : Json.amount(sku.body(), "cost");
        item.set("quantity", Json.money(quantity));
        item.set("cost", Json.money(cost));
        item.set("total", Json.money(quantity.multiply(cost)));
        item.set("totalCost", Json.money(quantity.multiply(cost)));
        item.put("active", true);
        String now = world.now().toString();
        return item.put("createdOn", now).put("modifiedOn", now);
    }

    private static Row sku(World world, long id) {
        Optional<Row> material = world.ledger().find("material", id);
        return material.or(() -> world.ledger().find("equipment", id))
                .orElseThrow(() -> Problem.bad("skuId", "There is no material or equipment with the id " + id + "."));
    }

    /** Parts have come: the order knows how many, and the receipt where they lie. */
    public static Row receive(World world, ObjectNode request) {
        Row order = world.named(
                ORDER, "purchaseOrderId", request.path("purchaseOrderId").asLong());
        if (order.text("status").equals("Canceled")) {
            throw Problem.bad("purchaseOrderId", "The order is canceled.");
        }
        ObjectNode body = Json.object().put("purchaseOrderId", order.id());
        for (String field :
                List.of("vendorId", "businessUnitId", "inventoryLocationId", "technicianId", "jobId", "shipTo")) {
            body.set(field, order.body().get(field));
        }
        body.put("number", "R-" + world.ledger().nextNumber());
        body.set("vendorInvoiceNumber", request.get("vendorDocumentNumber"));
        body.set("memo", request.get("memo"));
        body.set("receivedOn", request.get("dateReceived"));
        body.put("syncStatus", "Pending").put("landedCostMethod", "None");
        body.set("taxAmount", Json.money(Json.amount(request, "tax")));
        body.set("shippingAmount", Json.money(Json.amount(request, "shipping")));
        BigDecimal sum = Json.amount(request, "tax").add(Json.amount(request, "shipping"));
        ArrayNode items = body.putArray("items");
        for (JsonNode one : request.path("items")) {
            ObjectNode item = item(world, one);
            item.put("purchaseOrderItemId", taken(order, one));
            sum = sum.add(Json.amount(item, "total"));
            items.add(item);
        }
        body.set("receiptAmount", Json.money(sum));
        settle(world, order, request.path("dateReceived").asText());
        return world.add("receipt", body);
    }

    private static long taken(Row order, JsonNode one) {
        for (JsonNode line : order.body().path("items")) {
            boolean named = Json.has(one, "purchaseOrderItemId")
                    ? line.path("id").asLong()
                            == one.path("purchaseOrderItemId").asLong()
                    : line.path("skuId").asLong() == one.path("skuId").asLong();
            if (named) {
                BigDecimal received = Json.amount(line, "quantityReceived").add(Json.amount(one, "quantity"));
                boolean all = received.compareTo(Json.amount(line, "quantity")) >= 0;
                ((ObjectNode) line).put("status", all ? "Received" : "PartiallyReceived");
                ((ObjectNode) line).set("quantityReceived", Json.money(received));
                return line.path("id").asLong();
            }
        }
        throw Problem.bad("items", "The order has no such item.");
    }

    private static void settle(World world, Row order, String date) {
        boolean all = true;
        for (JsonNode line : order.body().path("items")) {
            all &= line.path("status").asText().equals("Received");
        }
        order.body().put("status", all ? "Received" : "PartiallyReceived");
        if (all) {
            order.body().put("receivedOn", date);
        }
        world.ledger().save(order);
    }

    static Row giveBack(World world, ObjectNode request) {
        world.named("vendor", "vendorId", request.path("vendorId").asLong());
        ObjectNode body = request.deepCopy();
        body.remove(List.of("tax", "shipping", "restockingFee"));
        body.put("number", "RTN-" + world.ledger().nextNumber())
                .put("status", "Pending")
                .put("syncStatus", "Pending");
        body.set("taxAmount", Json.money(Json.amount(request, "tax")));
        body.set("shippingAmount", Json.money(Json.amount(request, "shipping")));
        ArrayNode items = Json.array();
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode one : request.path("items")) {
            ObjectNode item = item(world, one);
            sum = sum.add(Json.amount(item, "total"));
            items.add(item);
        }
        body.set("items", items);
        body.set("returnAmount", Json.money(sum.subtract(Json.amount(request, "restockingFee"))));
        return world.add("return", body);
    }

    /** Parts go from one place to another; the API cannot do this, people do. */
    public static Row transfer(World world, ObjectNode request) {
        ObjectNode body = movement(world, request, "TRF-");
        body.put("transferType", "Standard").put("status", "Received");
        body.put("fromLocationId", request.path("fromLocationId").asLong());
        body.put("toLocationId", request.path("toLocationId").asLong());
        body.put("pickedDate", world.now().toString())
                .put("receivedDate", world.now().toString());
        body.path("items").forEach(item -> ((ObjectNode) item).set("quantityPicked", item.get("quantity")));
        return world.add("transfer", body);
    }

    /** Somebody counted and found more or fewer; the API cannot do this, people do. */
    public static Row adjust(World world, ObjectNode request) {
        ObjectNode body = movement(world, request, "ADJ-");
        body.put("type", request.path("type").asText("Count"));
        body.put("inventoryLocationId", request.path("inventoryLocationId").asLong());
        return world.add("adjustment", body);
    }

    private static ObjectNode movement(World world, ObjectNode request, String prefix) {
        ObjectNode body = Json.object().put("number", prefix + world.ledger().nextNumber());
        body.put("date", world.now().toString()).put("syncStatus", "Pending");
        body.put("memo", request.path("memo").asText());
        ArrayNode items = body.putArray("items");
        request.path("items").forEach(one -> items.add(item(world, one)));
        if (items.isEmpty()) {
            throw Problem.bad("items", "Something must move.");
        }
        return body;
    }
}
