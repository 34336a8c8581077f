package org.fieldwright.sandbox.memberships;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fieldwright.sandbox.accounting.Invoices;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** The module {@code /memberships/v2}. */
public final class Memberships {
    private static final String KIND = "membership";
    private static final String TYPE = "membership-type";
    private static final String CHANGE = "membership-status-change";
    private static final String EVENT = "recurring-service-event";

    private Memberships() {}

    public static void bind(Book book) {
        Book.Chapter chapter = book.chapter("/memberships/v2");
        chapter.list("memberships", KIND)
                .get("memberships/{id}", KIND)
                .on("PATCH", "memberships/{id}", Memberships::change)
                .on("POST", "memberships/sale", Memberships::sell)
                .on("GET", "memberships/{id}/status-changes", work -> {
                    long id = work.world().get(KIND, work.id("id")).id();
                    return array(work.ledger().all(Search.of(CHANGE).equal("membershipId", id)));
                })
                .customFields("memberships/custom-fields", KIND)
                .export("export/memberships", KIND)
                .export("export/membership-status-changes", CHANGE);
        types(chapter);
        services(chapter);
        events(chapter);
        chapter.list("invoice-templates", "invoice-template")
                .get("invoice-templates/{id}", "invoice-template")
                .createForId("invoice-templates", "invoice-template")
                .patchForId("invoice-templates/{id}", "invoice-template")
                .export("export/invoice-templates", "invoice-template");
    }

    private static Result change(Work work) {
        Row membership = work.world().get(KIND, work.id("id"));
        String before = membership.text("status");
        ObjectNode changes = work.fields().deepCopy();
        changes.remove("recurringServiceAction");
        Bodies.merge(membership, changes);
        String after = membership.text("status");
        if (!before.equals(after)) {
            work.world()
                    .add(
                            CHANGE,
                            Json.object()
                                    .put("membershipId", membership.id())
                                    .put("oldStatus", before)
                                    .put("newStatus", after));
            if (after.equals("Canceled")) {
                membership.body().put("cancellationDate", work.world().now().toString());
            }
        }
        return Book.id(work.ledger().save(membership));
    }

    /** Selling makes the membership, its visits and the invoice for it. */
    private static Result sell(Work work) {
        World world = work.world();
        ObjectNode request = work.fields();
        Row customer =
                world.named("customer", "customerId", request.path("customerId").asLong());
        Row type = typeSoldBy(world, request.path("saleTaskId").asLong());
        Row location = Json.has(request, "locationId")
                ? world.named(
                        "location", "locationId", request.path("locationId").asLong())
                : world.all("location", "customerId", customer.id()).getFirst();
        Row unit = world.named(
                "business-unit",
                "businessUnitId",
                request.path("businessUnitId").asLong());
        ObjectNode body = Json.object();
        body.put("customerId", customer.id()).put("locationId", location.id()).put("membershipTypeId", type.id());
        body.put("businessUnitId", unit.id());
        body.put("status", "Active").put("followUpStatus", "NotAttempted");
        body.put("from", world.now().toString())
                .put("to", world.now().plus(Duration.ofDays(365)).toString());
        body.put("billingFrequency", "Annual").put("duration", 12);
        Row membership = world.add(KIND, body);
        Row invoice = Invoices.openForMembership(world, membership, customer, location, unit);
        if (!request.path("recurringServiceAction").asText().equals("None")) {
            addServices(world, membership, type, location);
        }
        return Result.of(Json.object().put("invoiceId", invoice.id()).put("customerMembershipId", membership.id()));
    }

    private static Row typeSoldBy(World world, long saleTask) {
        return world.ledger()
                .first(Search.of(TYPE).active(true).equal("saleTaskId", saleTask))
                .orElseThrow(() -> Problem.bad("saleTaskId", "No membership type is sold by this task."));
    }

    private static void addServices(World world, Row membership, Row type, Row location) {
        for (Row serviceType : world.all("recurring-service-type", "membershipTypeId", type.id())) {
            ObjectNode service = serviceType.body().deepCopy();
            service.put("recurringServiceTypeId", serviceType.id());
            service.put("membershipId", membership.id()).put("locationId", location.id());
            service.set("from", membership.body().get("from"));
            service.set("to", membership.body().get("to"));
            Row kept = world.add("recurring-service", service);
            ObjectNode event = Json.object().put("locationRecurringServiceId", kept.id());
            event.put("locationRecurringServiceName", kept.text("name")).put("membershipId", membership.id());
            event.put("membershipName", type.text("name")).put("locationId", location.id());
            event.put("status", "NotAttempted")
                    .put("date", world.now().plus(Duration.ofDays(30)).toString());
            world.add(EVENT, event);
        }
    }

    private static void types(Book.Chapter chapter) {
        chapter.list(
                        "membership-types",
                        TYPE,
                        Map.of(
                                "duration",
                                (search, work, value) ->
                                        search.havingMember("durationBilling", "duration", List.of(value)),
                                "billingFrequency",
                                (search, work, value) ->
                                        search.havingMember("durationBilling", "billingFrequency", List.of(value))))
                .get("membership-types/{id}", TYPE)
                .export("export/membership-types", TYPE)
                .on("GET", "membership-types/{id}/recurring-service-items", work -> part(work, "recurringServices"))
                .on("GET", "membership-types/{id}/discounts", work -> part(work, "discounts"))
                .on("GET", "membership-types/{id}/duration-billing-items", work -> part(work, "durationBilling"));
    }

    private static Result part(Work work, String field) {
        Row type = work.world().get(TYPE, work.id("id"));
        ArrayNode items = Json.array();
        type.body().path(field).forEach(item -> {
            ObjectNode shown = item.deepCopy();
            shown.put("membershipTypeId", type.id())
                    .put("createdOn", type.created().toString());
            shown.put("active", true);
            items.add(shown);
        });
        return Result.of(items);
    }

    private static void services(Book.Chapter chapter) {
        chapter.list("recurring-services", "recurring-service")
                .get("recurring-services/{id}", "recurring-service")
                .patchForId("recurring-services/{id}", "recurring-service")
                .export("export/recurring-services", "recurring-service")
                .list(
                        "recurring-service-types",
                        "recurring-service-type",
                        Map.<String, Filters.Filter>of(
                                "membershipTypeId", (search, work, value) -> search.equal("membershipTypeId", value)))
                .get("recurring-service-types/{id}", "recurring-service-type")
                .export("export/recurring-service-types", "recurring-service-type");
    }

    private static void events(Book.Chapter chapter) {
        chapter.list(
                        "recurring-service-events",
                        EVENT,
                        Map.of("locationId", (search, work, value) -> search.equal("locationId", value)))
                .on("POST", "recurring-service-events/{id}/mark-complete", work -> mark(work, "Won"))
                .on("POST", "recurring-service-events/{id}/mark-incomplete", work -> mark(work, "NotAttempted"))
                .export("export/recurring-service-events", EVENT);
    }

    private static Result mark(Work work, String status) {
        Row event = work.world().get(EVENT, work.id("id"));
        Row job = work.world().named("job", "jobId", work.fields().path("jobId").asLong());
        event.body().put("status", status);
        if (status.equals("Won")) {
            event.body().put("jobId", job.id());
        } else {
            event.body().putNull("jobId");
        }
        return Book.id(work.ledger().save(event));
    }

    private static Result array(List<Row> rows) {
        ArrayNode array = Json.array();
        rows.forEach(row -> array.add(row.answer()));
        return Result.of(array);
    }
}
