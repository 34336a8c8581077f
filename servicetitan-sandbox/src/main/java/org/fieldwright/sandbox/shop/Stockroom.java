package org.fieldwright.sandbox.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fieldwright.sandbox.store.Json;

/** What came in from vendors, went to the trucks, was counted, and went back. */
final class Stockroom {
    private final Pen pen;
    private final House house;
    private final Shelf shelf;
    private final Crew crew;

    Stockroom(Pen pen, House house, Shelf shelf, Crew crew) {
        this.pen = pen;
        this.house = house;
        this.shelf = shelf;
        this.crew = crew;
    }

    void move(int weeks) {
        for (int week = weeks; week > 0; week--) {
            LocalDate day = pen.today().minusWeeks(week);
            receive(day);
            for (Crew.Technician technician : crew.technicians) {
                if (pen.often(0.6)) {
                    transfer(day.plusDays(1), technician);
                }
            }
            if (week % 6 == 0) {
                adjust(day.plusDays(4), pen.one(crew.technicians));
            }
            if (week % 9 == 0) {
                giveBack(day.plusDays(5));
            }
        }
    }

    private void receive(LocalDate day) {
        Instant when = pen.at(day, 9, 30);
        long vendor = shelf.someVendor();
        long order = pen.bulk().nextId();
        ObjectNode body =
                Json.object().put("number", "PO-" + pen.bulk().nextNumber()).put("vendorId", vendor);
        body.put("typeId", house.orderType).put("businessUnitId", house.units.get("HVAC Service"));
        body.put("inventoryLocationId", crew.warehouse)
                .put("status", "Received")
                .put("date", when.toString());
        body.put("requiredOn", when.toString())
                .put("receivedOn", when.toString())
                .put("summary", "Weekly stock");
        ArrayNode ordered = body.putArray("items");
        ArrayNode received = Json.array();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < 6; i++) {
            Shelf.Sku sku = pen.one(shelf.materials());
            BigDecimal quantity = BigDecimal.valueOf(pen.between(4, 24));
            ObjectNode item = line(sku, quantity, when);
            item.put("status", "Received").set("quantityReceived", Pen.money(quantity));
            ordered.add(item);
            ObjectNode came = line(sku, quantity, when);
            came.put("purchaseOrderItemId", item.path("id").asLong());
            received.add(came);
            total = total.add(sku.cost().multiply(quantity));
        }
        body.set("tax", Pen.money(0));
        body.set("shipping", Pen.money(0));
        body.set("total", Pen.money(total));
        pen.put("purchase-order", order, body, when, when);
        ObjectNode receipt =
                Json.object().put("number", "R-" + pen.bulk().nextNumber()).put("purchaseOrderId", order);
        receipt.put("vendorId", vendor)
                .put("inventoryLocationId", crew.warehouse)
                .put("syncStatus", "Posted");
        receipt.put("businessUnitId", house.units.get("HVAC Service")).put("landedCostMethod", "None");
        receipt.put("receivedOn", when.toString()).set("receiptAmount", Pen.money(total));
        receipt.set("items", received);
        pen.put("receipt", receipt, when);
    }

    private ObjectNode line(Shelf.Sku sku, BigDecimal quantity, Instant when) {
        ObjectNode item = Json.object()
                .put("id", pen.bulk().nextId())
                .put("skuId", sku.id())
                .put("name", sku.name());
        item.put("code", sku.code())
                .put("skuName", sku.name())
                .put("skuCode", sku.code())
                .put("skuType", "Material");
        item.put("description", sku.name()).put("active", true);
        item.put("createdOn", when.toString()).put("modifiedOn", when.toString());
        item.set("quantity", Pen.money(quantity));
        item.set("cost", Pen.money(sku.cost()));
        item.set("total", Pen.money(sku.cost().multiply(quantity)));
        item.set("totalCost", Pen.money(sku.cost().multiply(quantity)));
        return item;
    }

    private List<Shelf.Sku> stockOf(String trade) {
        return shelf.materials().stream()
                .filter(sku -> sku.trade().equals(trade))
                .toList();
    }

    private void transfer(LocalDate day, Crew.Technician technician) {
        Instant when = pen.at(day, 7, 15);
        ObjectNode body =
                Json.object().put("number", "TRF-" + pen.bulk().nextNumber()).put("transferType", "Standard");
        body.put("status", "Received").put("fromLocationId", crew.warehouse).put("toLocationId", technician.truck());
        body.put("date", when.toString()).put("pickedDate", when.toString()).put("receivedDate", when.toString());
        body.put("memo", "Restock").put("syncStatus", "Posted");
        ArrayNode items = body.putArray("items");
        int lines = pen.between(2, 5);
        for (int i = 0; i < lines; i++) {
            ObjectNode item = line(pen.one(stockOf(technician.trade())), BigDecimal.valueOf(pen.between(1, 4)), when);
            item.set("quantityPicked", item.get("quantity"));
            items.add(item);
        }
        pen.put("transfer", body, when);
    }

    private void adjust(LocalDate day, Crew.Technician technician) {
        Instant when = pen.at(day, 16, 40);
        ObjectNode body =
                Json.object().put("number", "ADJ-" + pen.bulk().nextNumber()).put("type", "Count");
        body.put("inventoryLocationId", technician.truck())
                .put("date", when.toString())
                .put("syncStatus", "Posted");
        body.put("memo", "Truck count")
                .putArray("items")
                .add(line(pen.one(stockOf(technician.trade())), BigDecimal.valueOf(pen.between(-2, -1)), when));
        pen.put("adjustment", body, when);
    }

    private void giveBack(LocalDate day) {
        Instant when = pen.at(day, 11, 0);
        ObjectNode body =
                Json.object().put("number", "RTN-" + pen.bulk().nextNumber()).put("status", "Returned");
        body.put("returnTypeId", house.returnType).put("vendorId", shelf.someVendor());
        body.put("businessUnitId", house.units.get("HVAC Service")).put("inventoryLocationId", crew.warehouse);
        body.put("returnDate", when.toString())
                .put("returnedOn", when.toString())
                .put("syncStatus", "Posted");
        ObjectNode item = line(pen.one(shelf.materials()), BigDecimal.ONE, when);
        body.put("memo", "Defective out of the box").set("returnAmount", item.get("total"));
        body.putArray("items").add(item);
        pen.put("return", body, when);
    }
}
