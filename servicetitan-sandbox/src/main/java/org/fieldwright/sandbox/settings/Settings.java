package org.fieldwright.sandbox.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;

/** The modules {@code /settings/v2}, {@code /marketing/v2} and {@code /jbce/v2}. */
public final class Settings {
    private Settings() {}

    public static void bind(Book book) {
        Book.Chapter settings = book.chapter("/settings/v2");
        person(settings, "technicians", "technician");
        person(settings, "employees", "employee");
        settings.list("user-roles", "user-role", Map.of("employeeType", (search, work, value) -> {
                    if (List.of("Employee", "Technician").contains(value)) {
                        search.equal("employeeType", value);
                    }
                }))
                .list("business-units", "business-unit")
                .get("business-units/{id}", "business-unit")
                .patchForId("business-units/{id}", "business-unit")
                .export("export/business-units", "business-unit")
                .list("tag-types", "tag-type")
                .on("POST", "tag-types", work -> {
                    if (!work.fields().path("color").asText().matches("#[0-9A-Fa-f]{6}")) {
                        throw Problem.bad("color", "A color is written as in #1565c0.");
                    }
                    return Book.id(work.world().add("tag-type", Bodies.created(work.fields())));
                })
                .patchForId("tag-types/{id}", "tag-type")
                .export("export/tag-types", "tag-type");
        marketing(book.chapter("/marketing/v2"));
        book.chapter("/jbce/v2").list("call-reasons", "call-reason");
    }

    private static void person(Book.Chapter settings, String path, String kind) {
        settings.list(path, kind)
                .get(path + "/{id}", kind)
                .on("POST", path, work -> {
                    ObjectNode body = person(work.fields());
                    body.put("userId", work.ledger().nextId());
                    return Book.id(work.world().add(kind, body));
                })
                .on("PATCH", path + "/{id}", work -> {
                    Row row = work.world().get(kind, work.id("id"));
                    Bodies.merge(row, person(work.fields()));
                    return Book.id(work.ledger().save(row));
                })
                .on("POST", path + "/{id}/account-actions", work -> {
                    Row row = work.world().get(kind, work.id("id"));
                    String action = work.fields().path("action").asText();
                    if (action.endsWith("ctivate")) {
                        row.activate(action.equals("Activate"));
                        work.ledger().save(row);
                    }
                    return Result.of(Json.object().put("status", "Success"));
                })
                .export("export/" + path, kind);
    }

    /** The names differ between what is written and what is read. */
    private static ObjectNode person(ObjectNode request) {
        ObjectNode body = request.deepCopy();
        JsonNode role = body.remove("roleId");
        if (role != null) {
            body.putArray("roleIds").add(role);
        }
        JsonNode login = body.remove("login");
        if (login != null) {
            body.set("loginName", login);
        }
        if (Json.has(body, "licenseType")) {
            body.put("isManagedTech", !body.path("licenseType").asText().equals("NonManagedTech"));
        }
        body.remove(List.of("password", "accountCreationMethod", "jobHistoryDateFilter"));
        return body;
    }

    private static void marketing(Book.Chapter marketing) {
        marketing
                .list(
                        "campaigns",
                        "campaign",
                        Map.of(
                                "campaignPhoneNumber",
                                (search, work, value) -> search.having(
                                        "campaignPhoneNumbers", List.of(value.replaceAll("\\D", ""), value))))
                .get("campaigns/{id}", "campaign")
                .on(
                        "POST",
                        "campaigns",
                        work -> Result.of(
                                work.world().add("campaign", campaign(work)).answer()))
                .on("PATCH", "campaigns/{id}", work -> {
                    Row campaign = work.world().get("campaign", work.id("id"));
                    Bodies.merge(campaign, campaign(work));
                    return Result.of(work.ledger().save(campaign).answer());
                })
                .list("categories", "campaign-category")
                .get("categories/{id}", "campaign-category")
                .createForId("categories", "campaign-category")
                .patchForId("categories/{id}", "campaign-category");
    }

    private static ObjectNode campaign(Work work) {
        ObjectNode body = work.fields().deepCopy();
        Row category = work.world()
                .named(
                        "campaign-category",
                        "categoryId",
                        body.path("categoryId").asLong());
        Row unit = work.world()
                .named(
                        "business-unit",
                        "businessUnitId",
                        body.path("businessUnitId").asLong());
        body.putObject("category")
                .put("id", category.id())
                .put("name", category.text("name"))
                .put("active", category.active());
        body.put("businessUnit", unit.text("name"));
        if (Json.has(body, "dnis")) {
            body.putArray("campaignPhoneNumbers").add(body.path("dnis").asText().replaceAll("\\D", ""));
        }
        return body;
    }
}
