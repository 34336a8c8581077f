package org.fieldwright.sandbox.sales;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** The life of an estimate: open with its items, then sold or dismissed. */
public final class Estimates {
    public static final String KIND = "estimate";
    static final String ITEM = "estimate-item";
    static final String CHANGE = "estimate-status-change";
    private static final List<String> STATUSES = List.of("Open", "Sold", "Dismissed");
    private static final List<String> PLAIN = List.of(
            "name",
            "summary",
            "reviewStatus",
            "isRecommended",
            "budgetCodeId",
            "externalLinks",
            "depositAmount",
            "depositPercent",
            "requireDepositOnSignature");

    private Estimates() {}

    public static Row create(World world, ObjectNode request) {
        ObjectNode body = Json.object();
        place(world, request, body);
        body.put("reviewStatus", "None").put("isRecommended", false).put("isChangeOrder", false);
        status(body, "Open");
        Row estimate = world.add(KIND, body);
        apply(world, estimate, request);
        return reckon(world, estimate);
    }

    private static void place(World world, ObjectNode request, ObjectNode body) {
        if (Json.has(request, "jobId")) {
            Row job = world.named("job", "jobId", request.path("jobId").asLong());
            body.put("jobId", job.id()).put("jobNumber", job.text("jobNumber"));
            body.put("locationId", job.number("locationId")).put("customerId", job.number("customerId"));
            Row unit = world.get("business-unit", job.number("businessUnitId"));
            body.put("businessUnitId", unit.id()).put("businessUnitName", unit.text("name"));
        } else if (Json.has(request, "projectId")) {
            Row project = world.named(
                    "project", "projectId", request.path("projectId").asLong());
            body.put("projectId", project.id());
            body.put("locationId", project.number("locationId")).put("customerId", project.number("customerId"));
        } else if (Json.has(request, "locationId")) {
            Row location = world.named(
                    "location", "locationId", request.path("locationId").asLong());
            body.put("locationId", location.id()).put("customerId", location.number("customerId"));
        } else {
            throw Problem.bad("jobId", "An estimate is for a job, a project or a location.");
        }
    }

    static Row change(World world, Row estimate, ObjectNode request) {
        apply(world, estimate, request);
        Row reckoned = reckon(world, estimate);
        return switch (request.path("status").asText("")) {
            case "Sold" -> sell(world, reckoned, request.path("soldBy").asLong());
            case "Dismissed" -> dismiss(world, reckoned);
            default -> reckoned;
        };
    }

    private static void apply(World world, Row estimate, ObjectNode request) {
        for (String field : PLAIN) {
            if (Json.has(request, field)) {
                estimate.body().set(field, request.get(field));
            }
        }
        if (Json.has(request, "tax")) {
            estimate.body().set("tax", Json.money(Json.amount(request, "tax")));
        }
        for (JsonNode item : request.path("items")) {
            putItem(world, estimate, (ObjectNode) item);
        }
    }

    /** Adds an item, or changes the one whose id is given. */
    static Row putItem(World world, Row estimate, ObjectNode request) {
        long id = request.path("id").asLong();
        Optional<Row> old = id == 0 ? Optional.empty() : Optional.of(item(world, estimate, id));
        ObjectNode body = old.map(Row::body)
                .orElseGet(() -> Json.object().put("estimateId", estimate.id()).put("chargeable", true));
        sku(world, request, body);
        if (!Json.has(body, "sku")) {
            throw Problem.bad("skuId", "An item names something of the pricebook.");
        }
        copy(request, body, "description", "description");
        copy(request, body, "itemGroupName", "itemGroupName");
        copy(request, body, "itemGroupRootId", "itemGroupRootId");
        copy(request, body, "chargeable", "chargeable");
        BigDecimal quantity = amount(request, "quantity", body, "qty", BigDecimal.ONE);
        BigDecimal price = amount(request, "unitPrice", body, "unitRate", BigDecimal.ZERO);
        BigDecimal cost = amount(request, "unitCost", body, "unitCost", BigDecimal.ZERO);
        body.set("qty", Json.money(quantity));
        body.set("unitRate", Json.money(price));
        body.set("unitCost", Json.money(cost));
        body.set("total", Json.money(quantity.multiply(price)));
        body.set("totalCost", Json.money(quantity.multiply(cost)));
        return old.isPresent() ? world.ledger().save(old.get()) : world.add(ITEM, body);
    }

    private static BigDecimal amount(
            ObjectNode request, String asked, ObjectNode body, String kept, BigDecimal otherwise) {
        if (Json.has(request, asked)) {
            return Json.amount(request, asked);
        }
        return Json.has(body, kept) ? Json.amount(body, kept) : otherwise;
    }

    private static void copy(ObjectNode from, ObjectNode to, String field, String as) {
        if (Json.has(from, field)) {
            to.set(as, from.get(field));
        }
    }

    private static void sku(World world, ObjectNode request, ObjectNode item) {
        long id = request.path("skuId").asLong();
        String code = request.path("skuName").asText("");
        if (id == 0 && code.isEmpty()) {
            return;
        }
        for (String kind : List.of("service", "material", "equipment", "discount-and-fee")) {
            Optional<Row> found = id != 0
                    ? world.ledger().find(kind, id)
                    : world.ledger().first(Search.of(kind).equal("code", code));
            if (found.isPresent()) {
                describe(item, found.get());
                return;
            }
        }
        throw Problem.bad("skuId", "There is no such item in the pricebook.");
    }

    private static void describe(ObjectNode item, Row sku) {
        ObjectNode shown = item.putObject("sku").put("id", sku.id()).put("name", sku.text("code"));
        shown.put("displayName", sku.text("displayName"));
        shown.put(
                "type",
                sku.kind().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + sku.kind().substring(1));
        shown.set("soldHours", Json.money(Json.amount(sku.body(), "hours")));
        shown.put("modifiedOn", sku.modified().toString());
        item.put("description", sku.text("description"));
        item.set("unitRate", Json.money(Json.amount(sku.body(), "price")));
        item.set("unitCost", Json.money(Json.amount(sku.body(), "cost")));
    }

    static Row item(World world, Row estimate, long id) {
        return world.ledger()
                .find(ITEM, id)
                .filter(row -> row.active() && row.number("estimateId") == estimate.id())
                .orElseThrow(() -> Problem.bad("id", "The estimate has no item with the id " + id + "."));
    }

    static List<Row> items(World world, long estimate) {
        return world.ledger().all(Search.of(ITEM).active(true).equal("estimateId", estimate));
    }

    static Row reckon(World world, Row estimate) {
        BigDecimal subtotal = BigDecimal.ZERO;
        for (Row item : items(world, estimate.id())) {
            subtotal = subtotal.add(Json.amount(item.body(), "total"));
        }
        estimate.body().set("subtotal", Json.money(subtotal));
        return world.ledger().save(estimate);
    }

    /** Sells it; the seller is a technician who is managed in ServiceTitan. */
    public static Row sell(World world, Row estimate, long seller) {
        Row technician = world.named("technician", "soldBy", seller);
        if (!technician.body().path("isManagedTech").asBoolean(true)) {
            throw Problem.bad("soldBy", "The seller is no managed technician.");
        }
        return moved(
                world,
                estimate,
                "Open",
                "Sold",
                body -> body.put("soldBy", seller).put("soldOn", world.now().toString()));
    }

    static Row unsell(World world, Row estimate) {
        if (world.ledger().count(Search.of("job").active(true).equal("createdFromEstimateId", estimate.id())) > 0) {
            throw Problem.bad("id", "Work is booked on this estimate already.");
        }
        return moved(world, estimate, "Sold", "Open", body -> body.remove(List.of("soldBy", "soldOn")));
    }

    static Row dismiss(World world, Row estimate) {
        return moved(world, estimate, "Open", "Dismissed", body -> {});
    }

    private static Row moved(
            World world, Row estimate, String from, String to, java.util.function.Consumer<ObjectNode> more) {
        String now = estimate.body().path("status").path("name").asText();
        if (!now.equals(from)) {
            throw Problem.bad("id", "The estimate is " + now + ".");
        }
        status(estimate.body(), to);
        more.accept(estimate.body());
        ObjectNode change = Json.object().put("estimateId", estimate.id());
        change.put("oldStatus", from).put("newStatus", to);
        world.add(CHANGE, change);
        return world.ledger().save(estimate);
    }

    private static void status(ObjectNode body, String name) {
        body.putObject("status").put("value", STATUSES.indexOf(name)).put("name", name);
    }

    /** Shows the items with their estimates. */
    static void dress(World world, List<ObjectNode> estimates) {
        Map<Long, ObjectNode> byId = new HashMap<>();
        estimates.forEach(estimate -> {
            estimate.putArray("items");
            byId.put(estimate.path("id").asLong(), estimate);
        });
        List<String> ids = byId.keySet().stream().map(String::valueOf).toList();
        world.ledger()
                .all(Search.of(ITEM).active(true).among("estimateId", ids))
                .forEach(item ->
                        byId.get(item.number("estimateId")).withArray("items").add(item.answer()));
    }
}
