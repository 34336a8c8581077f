package org.fieldwright.sandbox.shop;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fieldwright.sandbox.store.Json;

/** What a job leaves in the books: its invoice with items, its payment, an estimate. */
final class Paperwork {
    private static final BigDecimal TAX = new BigDecimal("0.0825");
    private final Pen pen;
    private final House house;
    private final Shelf shelf;

    Paperwork(Pen pen, House house, Shelf shelf) {
        this.pen = pen;
        this.house = house;
        this.shelf = shelf;
    }

    /** Writes the invoice of a job; its total. */
    BigDecimal invoice(Days.Visit visit, long id, boolean done, Instant end) {
        BigDecimal subtotal = BigDecimal.ZERO;
        if (done) {
            List<Shelf.Sku> services = shelf.services(visit.type().trade());
            int count = pen.between(1, 3);
            for (int i = 0; i < count; i++) {
                Shelf.Sku service = pen.one(services);
                subtotal = subtotal.add(item(visit, id, service, service.price(), BigDecimal.ONE, i * 2 + 1, end));
                // A part is forgotten on every tenth invoice: the truck knows better.
                if (service.part() > 0 && !pen.often(0.1)) {
                    Shelf.Sku part = shelf.byId(service.part());
                    BigDecimal quantity =
                            part.name().contains("per foot") ? BigDecimal.valueOf(pen.between(5, 30)) : BigDecimal.ONE;
                    item(visit, id, part, BigDecimal.ZERO, quantity, i * 2 + 2, end);
                }
            }
        }
        BigDecimal tax = Json.money(subtotal.multiply(TAX)).decimalValue();
        BigDecimal total = Json.money(subtotal.add(tax)).decimalValue();
        boolean paid = done && !visit.paysLater();
        ObjectNode body = Json.object().put("referenceNumber", visit.number()).put("jobId", visit.job());
        body.put("customerId", visit.home().customer())
                .put("locationId", visit.home().location());
        body.putObject("customer")
                .put("id", visit.home().customer())
                .put("name", visit.home().name());
        body.putObject("location")
                .put("id", visit.home().location())
                .put("name", visit.home().name());
        body.set("customerAddress", visit.home().address());
        body.set("locationAddress", visit.home().address());
        body.putObject("businessUnit")
                .put("id", visit.type().unit())
                .put("name", visit.type().trade());
        body.putObject("job")
                .put("id", visit.job())
                .put("number", visit.number())
                .put("type", visit.type().name());
        Instant date = done ? end : visit.booked();
        body.put("invoiceDate", date.toString())
                .put("dueDate", date.plus(Duration.ofDays(30)).toString());
        body.put("termName", "Net 30").put("invoiceConfiguration", "JobInvoice").put("taxZoneId", house.taxZone);
        boolean posted = done && date.isBefore(pen.now().minus(Duration.ofDays(20)));
        body.put("syncStatus", posted ? "Posted" : "Pending").put("reviewStatus", posted ? "Reviewed" : "NeedsReview");
        body.put("sentStatus", done ? "Sent" : "NotSent").put("createdBy", "Office");
        body.set("subTotal", Pen.money(subtotal));
        body.set("salesTax", DecimalNode.valueOf(tax));
        body.set("total", DecimalNode.valueOf(total));
        body.set("balance", Pen.money(paid ? BigDecimal.ZERO : total));
        body.set("discountTotal", Pen.money(BigDecimal.ZERO));
        if (paid && total.signum() > 0) {
            body.put("paidOn", end.toString());
        }
        pen.put("invoice", id, body, visit.booked(), date);
        return total;
    }

    private BigDecimal item(
            Days.Visit visit,
            long invoice,
            Shelf.Sku sku,
            BigDecimal listed,
            BigDecimal quantity,
            int order,
            Instant end) {
        // One price in thirty is typed wrong.
        BigDecimal price = pen.often(0.033) && listed.signum() > 0 ? listed.multiply(new BigDecimal("0.1")) : listed;
        BigDecimal total = Json.money(price.multiply(quantity)).decimalValue();
        ObjectNode item =
                Json.object().put("invoiceId", invoice).put("skuId", sku.id()).put("skuName", sku.code());
        item.put("displayName", sku.name()).put("description", sku.name() + ".").put("type", sku.type());
        item.set("quantity", Pen.money(quantity));
        item.set("price", Pen.money(price));
        item.set("cost", Pen.money(sku.cost()));
        item.set("total", DecimalNode.valueOf(total));
        item.set("totalCost", Pen.money(sku.cost().multiply(quantity)));
        item.set("soldHours", Pen.money(sku.hours()));
        item.put("inventory", !sku.type().equals("Service"))
                .put("taxable", true)
                .put("isChargeable", true);
        item.put("membershipTypeId", 0).put("order", order).put("addOn", false);
        item.put("technicianId", visit.technician().id());
        item.putObject("businessUnit")
                .put("id", visit.type().unit())
                .put("name", visit.type().trade());
        if (!sku.type().equals("Service")) {
            item.put("inventoryLocationId", visit.technician().truck());
        }
        pen.put("invoice-item", item, end);
        return total;
    }

    void payment(Days.Visit visit, long invoice, BigDecimal total, Instant end) {
        if (visit.paysLater() || total.signum() == 0) {
            return;
        }
        boolean card = pen.often(0.75);
        ObjectNode body =
                Json.object().put("customerId", visit.home().customer()).put("type", card ? "Credit Card" : "Check");
        body.put("typeId", card ? house.paymentCard : house.paymentCheck).put("syncStatus", "Posted");
        body.put("date", end.toString())
                .put("referenceNumber", String.valueOf(pen.bulk().nextNumber()));
        body.putObject("customer")
                .put("id", visit.home().customer())
                .put("name", visit.home().name());
        body.putObject("businessUnit")
                .put("id", visit.type().unit())
                .put("name", visit.type().trade());
        ObjectNode line = body.putArray("appliedTo")
                .addObject()
                .put("appliedId", pen.bulk().nextId());
        line.put("appliedTo", invoice).put("appliedToReferenceNumber", visit.number());
        line.set("appliedAmount", DecimalNode.valueOf(total));
        line.put("appliedOn", end.toString()).put("appliedBy", "Office");
        body.set("total", DecimalNode.valueOf(total));
        body.set("unappliedAmount", Pen.money(BigDecimal.ZERO));
        pen.put("payment", body, end);
    }

    void estimate(Days.Visit visit, Instant end) {
        long id = pen.bulk().nextId();
        int chance = pen.between(0, 9);
        String status = chance < 4 ? "Open" : chance < 7 ? "Sold" : "Dismissed";
        BigDecimal subtotal = BigDecimal.ZERO;
        int lines = pen.between(1, 2);
        for (int i = 0; i < lines; i++) {
            Shelf.Sku service = pen.one(shelf.services(visit.type().trade()));
            subtotal = subtotal.add(service.price());
            ObjectNode item = Json.object().put("estimateId", id).put("description", service.name() + ".");
            ObjectNode sku = item.putObject("sku").put("id", service.id()).put("name", service.code());
            sku.put("displayName", service.name()).put("type", "Service").put("modifiedOn", end.toString());
            sku.set("soldHours", Pen.money(service.hours()));
            item.set("qty", Pen.money(1));
            item.set("unitRate", Pen.money(service.price()));
            item.set("unitCost", Pen.money(service.cost()));
            item.set("total", Pen.money(service.price()));
            item.set("totalCost", Pen.money(service.cost()));
            pen.put("estimate-item", item.put("chargeable", true), end);
        }
        ObjectNode body = Json.object().put("jobId", visit.job()).put("jobNumber", visit.number());
        body.put("locationId", visit.home().location())
                .put("customerId", visit.home().customer());
        body.put("name", visit.type().name() + " option").put("summary", "Repair as discussed on site.");
        body.putObject("status")
                .put("value", List.of("Open", "Sold", "Dismissed").indexOf(status))
                .put("name", status);
        body.put("reviewStatus", "None").put("isRecommended", pen.often(0.3)).put("isChangeOrder", false);
        body.put("businessUnitId", visit.type().unit())
                .put("businessUnitName", visit.type().trade());
        body.set("subtotal", Pen.money(subtotal));
        body.set("tax", Pen.money(subtotal.multiply(TAX)));
        if (status.equals("Sold")) {
            body.put("soldOn", end.toString()).put("soldBy", visit.technician().id());
        }
        pen.put("estimate", id, body, end, end);
    }
}
