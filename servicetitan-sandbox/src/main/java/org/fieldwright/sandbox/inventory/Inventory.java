package org.fieldwright.sandbox.inventory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldwright.sandbox.accounting.Accounting;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;

/** The module {@code /inventory/v2}. */
public final class Inventory {
    private Inventory() {}

    public static void bind(Book book) {
        Book.Chapter inventory = book.chapter("/inventory/v2");
        places(inventory);
        movements(inventory);
        vendors(inventory);
        orders(inventory);
        inventory
                .list("purchase-order-markups", "purchase-order-markup")
                .get("purchase-order-markups/{id}", "purchase-order-markup")
                .create("purchase-order-markups", "purchase-order-markup")
                .patch("purchase-order-markups/{id}", "purchase-order-markup")
                .delete("purchase-order-markups/{id}", "purchase-order-markup", "id")
                .list("purchase-order-types", "purchase-order-type")
                .createForId("purchase-order-types", "purchase-order-type")
                .patchForId("purchase-order-types/{id}", "purchase-order-type")
                .list("return-types", "return-type")
                .createForId("return-types", "return-type")
                .patchForId("return-types/{id}", "return-type");
    }

    private static void places(Book.Chapter inventory) {
        inventory
                .list("trucks", "truck")
                .on("POST", "trucks", work -> {
                    ObjectNode truck = truck(work);
                    return Book.id(work.world().add("truck", truck));
                })
                .on("PATCH", "trucks/{id}", work -> {
                    Row row = work.world().get("truck", work.id("id"));
                    ObjectNode request = truck(work);
                    Bodies.merge(row, request);
                    return Book.id(work.ledger().save(row));
                })
                .list("warehouses", "warehouse")
                .patchForId("warehouses/{id}", "warehouse")
                .list("inventory-templates", "inventory-template");
    }

    private static ObjectNode truck(Work work) {
        boolean creates = work.operation().method().equals("POST");
        ObjectNode body =
                creates ? Bodies.created(work.fields()) : work.fields().deepCopy();
        if (body.has("warehouseId")) {
            work.world()
                    .named("warehouse", "warehouseId", body.path("warehouseId").asLong());
        }
        if (body.has("templateId")) {
            body.set("inventoryTemplateId", body.remove("templateId"));
        }
        return body;
    }

    private static void movements(Book.Chapter inventory) {
        Map<String, Filters.Filter> transfers = places("fromLocationIds", "fromLocationId");
        transfers.putAll(places("toLocationIds", "toLocationId"));
        transfers.put("statuses", (search, work, value) -> search.among("status", work.askedList("statuses")));
        transfers.put(
                "transferTypeIds",
                (search, work, value) -> search.among("transferTypeId", work.askedList("transferTypeIds")));
        inventory
                .list("transfers", "transfer", transfers)
                .patchForId("transfers/{id}", "transfer")
                .on("PATCH", "transfers/custom-fields", Accounting.setCustomFields("transfer"))
                .export("export/transfers", "transfer");
        Map<String, Filters.Filter> adjustments = places("inventoryLocationIds", "inventoryLocationId");
        adjustments.put(
                "adjustmentTypes", (search, work, value) -> search.among("type", work.askedList("adjustmentTypes")));
        inventory
                .list("adjustments", "adjustment", adjustments)
                .patchForId("adjustments/{id}", "adjustment")
                .on("PATCH", "adjustments/custom-fields", Accounting.setCustomFields("adjustment"))
                .export("export/adjustments", "adjustment");
        inventory
                .list("returns", "return")
                .on("POST", "returns", work -> Book.id(Purchasing.giveBack(work.world(), work.fields())))
                .patchForId("returns/{id}", "return")
                .on("PATCH", "returns/{id}/cancellation", work -> canceled(work, "return"))
                .on("PATCH", "returns/custom-fields", Accounting.setCustomFields("return"))
                .export("export/returns", "return");
    }

    private static Map<String, Filters.Filter> places(String parameter, String field) {
        Map<String, Filters.Filter> filters = new HashMap<>();
        filters.put(parameter, (search, work, value) -> search.among(field, work.askedList(parameter)));
        return filters;
    }

    private static org.fieldwright.sandbox.desk.Result canceled(Work work, String kind) {
        Row row = work.world().get(kind, work.id("id"));
        if (row.text("status").equals("Canceled") || !row.active()) {
            throw Problem.bad("id", "It is canceled already.");
        }
        row.body()
                .put("status", "Canceled")
                .put("dateCanceled", work.world().now().toString());
        row.body().set("canceledReason", work.fields().get("canceledReason"));
        return Book.id(work.ledger().deactivate(row));
    }

    private static void vendors(Book.Chapter inventory) {
        inventory
                .list("vendors", "vendor")
                .get("vendors/{id}", "vendor")
                .on("POST", "vendors", work -> {
                    ObjectNode vendor = vendor(Bodies.created(work.fields()));
                    return Book.id(work.world().add("vendor", vendor));
                })
                .on("PATCH", "vendors/{id}", work -> {
                    Row row = work.world().get("vendor", work.id("id"));
                    Bodies.merge(row, vendor(work.fields().deepCopy()));
                    return Book.id(work.ledger().save(row));
                });
        Accounting.customFields(inventory, "vendors", "vendor");
    }

    /** The names differ between what is written and what is read. */
    private static ObjectNode vendor(ObjectNode body) {
        ObjectNode contact = Json.object();
        for (String field : List.of("firstName", "lastName", "phone", "email", "fax")) {
            if (body.has(field)) {
                contact.set(field, body.remove(field));
            }
        }
        if (!contact.isEmpty()) {
            body.set("contactInfo", contact);
        }
        if (body.has("taxRate")) {
            body.set("defaultTaxRate", body.remove("taxRate"));
        }
        if (body.has("restrictedMobileCreation")) {
            body.set("isMobileCreationRestricted", body.remove("restrictedMobileCreation"));
        }
        if (!body.has("deliveryOption")) {
            body.put("deliveryOption", "Manual");
        }
        return body;
    }

    private static void orders(Book.Chapter inventory) {
        inventory
                .list("purchase-orders", "purchase-order")
                .get("purchase-orders/{id}", "purchase-order")
                .on("POST", "purchase-orders", work -> Book.id(Purchasing.order(work.world(), work.fields())))
                .on("PATCH", "purchase-orders/{id}", work -> {
                    Row order = work.world().get("purchase-order", work.id("id"));
                    return Book.id(Purchasing.change(work.world(), order, work.fields()));
                })
                .on("PATCH", "purchase-orders/{id}/cancellation", work -> {
                    Row order = work.world().get("purchase-order", work.id("id"));
                    return Book.id(Purchasing.cancel(work.world(), order));
                })
                .export("export/purchase-orders", "purchase-order")
                .list("receipts", "receipt")
                .on("POST", "receipts", work -> Book.id(Purchasing.receive(work.world(), work.fields())))
                .on("PATCH", "receipts/{id}/cancellation", work -> canceled(work, "receipt"))
                .on("PATCH", "receipts/custom-fields", Accounting.setCustomFields("receipt"));
    }
}
