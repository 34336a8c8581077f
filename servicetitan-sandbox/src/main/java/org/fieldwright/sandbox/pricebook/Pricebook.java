package org.fieldwright.sandbox.pricebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Uploads;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** The module {@code /pricebook/v2}. */
public final class Pricebook {
    private static final Filters.Filter SEARCH_TEXT =
            (search, work, value) -> search.containingAny(List.of("code", "displayName", "description"), value);

    private Pricebook() {}

    public static void bind(Book book) {
        Book.Chapter pricebook = book.chapter("/pricebook/v2");
        sku(pricebook, "services", "service");
        sku(pricebook, "materials", "material");
        sku(pricebook, "equipment", "equipment");
        sku(pricebook, "discounts-and-fees", "discount-and-fee");
        for (String kind : List.of("services", "materials", "equipment", "categories")) {
            pricebook.export("export/" + kind, kind.equals("categories") ? "category" : single(kind));
        }
        book.dress("category", Pricebook::subcategories);
        categories(pricebook);
        others(pricebook);
    }

    private static String single(String path) {
        return path.equals("equipment") ? path : path.substring(0, path.length() - 1);
    }

    private static void sku(Book.Chapter pricebook, String path, String kind) {
        Map<String, Filters.Filter> filters = new HashMap<>();
        filters.put("searchText", SEARCH_TEXT);
        filters.put("costTypeIds", (search, work, value) -> search.among("costTypeId", work.askedList("costTypeIds")));
        pricebook
                .list(path, kind, filters)
                .get(path + "/{id}", kind)
                .on(
                        "POST",
                        path,
                        work -> Result.of(add(work.world(), kind, work.fields()).answer()))
                .on("PATCH", path + "/{id}", work -> {
                    Row row = work.world().get(kind, work.id("id"));
                    return Result.of(change(work.world(), row, work.fields()).answer());
                })
                .delete(path + "/{id}", kind, "id");
    }

    private static Row add(World world, String kind, ObjectNode request) {
        if (request.path("code").asText().isBlank()) {
            throw Problem.bad("code", "A code is required.");
        }
        if (world.ledger()
                        .count(Search.of(kind)
                                .active(true)
                                .equal("code", request.path("code").asText()))
                > 0) {
            throw Problem.bad("code", "The code " + request.path("code").asText() + " is used already.");
        }
        ObjectNode body = Bodies.created(request);
        JsonNode active = body.remove("active");
        shape(world, kind, body);
        Row row = world.add(kind, body);
        if (active != null && active.isBoolean() && !active.asBoolean()) {
            return world.ledger().deactivate(row);
        }
        return row;
    }

    private static Row change(World world, Row row, ObjectNode request) {
        ObjectNode changes = request.deepCopy();
        shape(world, row.kind(), changes);
        Bodies.merge(row, changes);
        return world.ledger().save(row);
    }

    /** The form of some fields differs between what is written and what is read. */
    private static void shape(World world, String kind, ObjectNode body) {
        if (kind.equals("service") && body.path("categories").isArray()) {
            ArrayNode categories = Json.array();
            for (long id : Json.ids(body.get("categories"))) {
                Row category = world.named("category", "categories", id);
                categories
                        .addObject()
                        .put("id", id)
                        .put("name", category.text("name"))
                        .put("active", category.active());
            }
            body.set("categories", categories);
        }
        for (String variations : List.of("variationMaterials", "variationEquipment")) {
            if (body.has(variations)) {
                String suffix = variations.substring("variation".length());
                body.set("variationsOrConfigurable" + suffix, body.remove(variations));
            }
        }
        vendor(world, body.path("primaryVendor"));
        body.path("otherVendors").forEach(vendor -> vendor(world, vendor));
        body.remove("intacctGlGroupAccount");
    }

    private static void vendor(World world, JsonNode vendor) {
        if (vendor instanceof ObjectNode open) {
            Row known = world.named("vendor", "vendorId", open.path("vendorId").asLong());
            open.put("vendorName", known.text("name"));
            if (!open.has("id")) {
                open.put("id", world.ledger().nextId());
            }
        }
    }

    private static void categories(Book.Chapter pricebook) {
        pricebook
                .list("categories", "category")
                .get("categories/{id}", "category")
                .create("categories", "category")
                .patch("categories/{id}", "category")
                .delete("categories/{id}", "category", "id");
    }

    private static void subcategories(World world, List<ObjectNode> categories) {
        Map<Long, ObjectNode> byId = new HashMap<>();
        categories.forEach(category -> {
            category.putArray("subcategories");
            byId.put(category.path("id").asLong(), category);
        });
        List<String> ids = byId.keySet().stream().map(String::valueOf).toList();
        world.ledger()
                .all(Search.of("category").active(true).among("parentId", ids))
                .forEach(child -> byId.get(child.number("parentId"))
                        .withArray("subcategories")
                        .add(child.answer()));
    }

    private static void others(Book.Chapter pricebook) {
        pricebook
                .on("POST", "images", work -> Uploads.keep(work, "pricebook-images"))
                .on("GET", "images", Uploads::redirect)
                .on("POST", "pricebook", Pricebook::addAll)
                .on("PATCH", "pricebook", Pricebook::changeAll)
                .list(
                        "materialsmarkup",
                        "materials-markup",
                        Map.of(),
                        (search, work) -> search.orderBy("id", true),
                        false)
                .get("materialsmarkup/{id}", "materials-markup")
                .on("POST", "materialsmarkup", work -> {
                    ObjectNode markup = work.fields().deepCopy();
                    markup.remove("id");
                    return Result.of(
                            work.world().add("materials-markup", markup).answer());
                })
                .on("PUT", "materialsmarkup/{id}", work -> {
                    Row markup = work.world().get("materials-markup", work.id("id"));
                    ObjectNode changes = work.fields().deepCopy();
                    changes.remove("id");
                    markup.body().setAll(changes);
                    return Result.of(work.ledger().save(markup).answer());
                })
                .on(
                        "GET",
                        "materials/costtypes",
                        work -> Result.list(
                                work.ledger().all(Search.of("cost-type").active(true)).stream()
                                        .map(Row::answer)
                                        .toList()))
                .list(
                        "clientspecificpricing",
                        "rate-sheet",
                        Map.of("searchTerm", (search, work, value) -> search.containing("name", value)))
                .on("PATCH", "clientspecificpricing/{rateSheetId}", work -> {
                    Row sheet = work.world().get("rate-sheet", work.id("rateSheetId"));
                    sheet.body()
                            .set("exceptions", work.fields().path("exceptions").deepCopy());
                    return Result.of(work.ledger().save(sheet).answer());
                });
    }

    private static final Map<String, String> BULK = Map.of(
            "services",
            "service",
            "materials",
            "material",
            "equipment",
            "equipment",
            "discountAndFees",
            "discount-and-fee");

    private static Result addAll(Work work) {
        ObjectNode answer = Json.object();
        BULK.forEach((field, kind) -> {
            ArrayNode ids = answer.putArray(field);
            for (JsonNode one : work.body().path(field)) {
                ObjectNode request = one.deepCopy();
                String custom = Optional.ofNullable(request.remove("customId"))
                        .map(JsonNode::asText)
                        .orElse("");
                request.remove(List.of(
                        "recommendations", "upgrades", "serviceMaterials", "serviceEquipment", "equipmentMaterials"));
                Row row = add(work.world(), kind, request);
                ids.addObject().put("customId", custom).put("id", row.id());
            }
        });
        return Result.of(answer);
    }

    private static Result changeAll(Work work) {
        BULK.forEach((field, kind) -> {
            for (JsonNode one : work.body().path(field)) {
                ObjectNode changes = one.deepCopy();
                Row row = work.world().named(kind, "id", changes.remove("id").asLong());
                change(work.world(), row, changes);
            }
        });
        return Result.nothing();
    }
}
