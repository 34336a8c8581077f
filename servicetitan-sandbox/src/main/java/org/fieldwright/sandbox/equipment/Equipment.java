package org.fieldwright.sandbox.equipment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Uploads;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** The module {@code /equipmentsystems/v2}. */
public final class Equipment {
    private static final String KIND = "installed-equipment";

    private Equipment() {}

    public static void bind(Book book) {
        book.chapter("/equipmentsystems/v2")
                .list("installed-equipment", KIND)
                .get("installed-equipment/{id}", KIND)
                .on("POST", "installed-equipment", work -> {
                    ObjectNode body = Json.object();
                    Row location = work.world()
                            .named(
                                    "location",
                                    "locationId",
                                    work.fields().path("locationId").asLong());
                    body.put("customerId", location.number("customerId")).put("status", "Installed");
                    fill(work.world(), body, work.fields());
                    return Result.of(work.world().add(KIND, body).answer());
                })
                .on("PATCH", "installed-equipment/{id}", work -> {
                    Row row = work.world().get(KIND, work.id("id"));
                    ObjectNode changes = Json.object();
                    fill(work.world(), changes, work.fields());
                    Bodies.merge(row, changes);
                    return Result.of(work.ledger().save(row).answer());
                })
                .on("POST", "installed-equipment/attachments", work -> Uploads.keep(work, "equipment"))
                .on("GET", "installed-equipment/attachments", Uploads::redirect)
                .on("GET", "installed-equipment/custom-field-types", work -> {
                    ObjectNode page = Json.object();
                    page.put("page", work.askedNumber("page").orElse(1L));
                    page.put("pageSize", work.askedNumber("pageSize").orElse(50L))
                            .put("hasMore", false);
                    ArrayNode types = page.putArray("data");
                    work.ledger()
                            .all(Search.of("custom-field").active(true).equal("owner", KIND))
                            .forEach(type -> types.add(type.answer()));
                    return Result.of(page);
                })
                .list("equipment-types", "equipment-type")
                .get("equipment-types/{id}", "equipment-type")
                .on("POST", "equipment-types", work -> {
                    String name = work.fields().path("name").asText();
                    if (work.ledger()
                                    .count(Search.of("equipment-type")
                                            .active(true)
                                            .equal("name", name))
                            > 0) {
                        throw Problem.conflict("There is an equipment type " + name + " already.");
                    }
                    return Result.of(
                            work.world().add("equipment-type", work.fields()).answer());
                })
                .patch("equipment-types/{id}", "equipment-type")
                .export("export/installed-equipment", KIND);
    }

    private static void fill(World world, ObjectNode body, ObjectNode request) {
        ObjectNode rest = request.deepCopy();
        JsonNode type = rest.remove("equipmentTypeId");
        if (type != null && !type.isNull()) {
            Row known = world.named("equipment-type", "equipmentTypeId", type.asLong());
            body.putObject("type").put("id", known.id()).put("name", known.text("name"));
        }
        JsonNode tags = rest.remove("tagTypeIds");
        if (tags != null && tags.isArray()) {
            ArrayNode shown = body.putArray("tags");
            for (long id : Json.ids(tags)) {
                Row tag = world.named("tag-type", "tagTypeIds", id);
                shown.addObject()
                        .put("id", world.ledger().nextId())
                        .put("ownerId", 0)
                        .put("typeId", id)
                        .put("typeName", tag.text("name"))
                        .put("color", tag.text("color"));
            }
        }
        for (String start : List.of("manufacturerWarranty", "serviceProviderWarranty")) {
            if (Json.has(rest, start + "Start")
                    && Json.has(rest, start + "End")
                    && rest.path(start + "Start")
                                    .asText()
                                    .compareTo(rest.path(start + "End").asText())
                            > 0) {
                throw Problem.bad(start + "End", "A warranty ends after it starts.");
            }
        }
        body.setAll(rest);
    }
}
