package org.fieldwright.sandbox.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.fieldwright.sandbox.store.Json;

/** Customers with their places, numbers, machines and plans; among them two records of one person. */
final class Households {
    /** A place of a customer. */
    record Home(long location, long customer, String name, ObjectNode address, List<Long> equipment, long membership) {}

    private final Pen pen;
    private final House house;
    private final Shelf shelf;
    private String lastPhone = "5125550142";
    final List<Home> homes = new ArrayList<>();

    Households(Pen pen, House house, Shelf shelf) {
        this.pen = pen;
        this.house = house;
        this.shelf = shelf;
    }

    void moveIn(int customers, int locations) {
        for (int i = 0; i < customers; i++) {
            int places = i < locations - customers ? 2 : 1;
            customer(i, places);
        }
        duplicate();
    }

    private void customer(int index, int places) {
        boolean business = index % 9 == 4;
        String name = business
                ? pen.words().one("company", pen.chance()) + (index > 30 ? " " + (index / 9) : "")
                : pen.words().one("first", pen.chance()) + " " + pen.words().one("last", pen.chance());
        Instant since = pen.opening().plus(pen.between(1, 900), ChronoUnit.DAYS);
        ObjectNode body = Json.object().put("name", name).put("type", business ? "Commercial" : "Residential");
        ObjectNode address = address();
        body.set("address", address);
        body.set("balance", Pen.money(0));
        ArrayNode tags = body.putArray("tagTypeIds");
        if (pen.often(0.12)) {
            tags.add(pen.one(house.tags));
        }
        body.put("doNotService", index % 71 == 70).put("doNotMail", pen.often(0.05));
        long id = pen.put("customer", body, since);
        contacts("customer", id, name, since);
        if (pen.often(0.25)) {
            note("customer", id, "Prefers a call ahead of the visit.", since);
        }
        for (int place = 0; place < places; place++) {
            location(id, name, place == 0 ? address : address(), since, place);
        }
    }

    private ObjectNode address() {
        String[] place = pen.words().one("place", pen.chance()).split(",", -1);
        ObjectNode address = Json.object()
                .put("street", pen.between(100, 9900) + " " + pen.words().one("street", pen.chance()));
        address.put("unit", pen.often(0.1) ? "Unit " + pen.between(1, 40) : "");
        address.put("city", place[0]).put("state", "TX").put("zip", place[1]).put("country", "USA");
        address.put("latitude", near(place[2]));
        return address.put("longitude", near(place[3]));
    }

    private double near(String place) {
        return Math.round((Double.parseDouble(place) + (pen.chance().nextDouble() - 0.5) * 0.05) * 1e6) / 1e6;
    }

    private void contacts(String owner, long id, String name, Instant since) {
        // Now and then two households have one number: a landlord, a typing mistake.
        String phone = pen.often(0.06) ? lastPhone : pen.phone();
        lastPhone = phone;
        contact(owner, id, "MobilePhone", phone, since);
        if (pen.often(0.7)) {
            String mail = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", ".") + pen.between(1, 99)
                    + "@mail.example";
            contact(owner, id, "Email", mail, since);
        }
    }

    private void contact(String owner, long id, String type, String value, Instant since) {
        ObjectNode contact =
                Json.object().put(owner + "Id", id).put("type", type).put("value", value);
        contact.put("memo", "");
        contact.putObject("phoneSettings")
                .put("phoneNumber", type.equals("Email") ? "" : value)
                .put("doNotText", pen.often(0.08));
        pen.put(owner + "-contact", contact, since);
    }

    private void note(String owner, long id, String text, Instant when) {
        pen.put(
                owner + "-note",
                Json.object().put(owner + "Id", id).put("text", text).put("isPinned", false),
                when);
    }

    private void location(long customer, String name, ObjectNode address, Instant since, int place) {
        ObjectNode body = Json.object()
                .put("customerId", customer)
                .put("name", place == 0 ? name : name + " (" + (place + 1) + ")");
        body.set("address", address);
        body.put("zoneId", house.zones.get(address.path("zip").asText())).put("taxZoneId", house.taxZone);
        body.putArray("tagTypeIds");
        long id = pen.put("location", body, since);
        contacts("location", id, name, since);
        if (pen.often(0.3)) {
            note(
                    "location",
                    id,
                    pen.often(0.5) ? "Gate code " + pen.between(1000, 9999) + "#." : "Dog in the yard, ring first.",
                    since);
        }
        List<Long> equipment = new ArrayList<>();
        equipment.add(machine("HVAC", customer, id));
        equipment.add(machine("Plumbing", customer, id));
        if (pen.often(0.5)) {
            equipment.add(machine("HVAC", customer, id));
        }
        if (pen.often(0.15)) {
            equipment.add(machine("Electrical", customer, id));
        }
        long membership = pen.often(0.35) ? membership(customer, id) : 0;
        homes.add(new Home(id, customer, name, address, equipment, membership));
    }

    private long machine(String trade, long customer, long location) {
        Shelf.Sku sku = pen.one(shelf.equipment(trade));
        int age = pen.between(0, 17);
        LocalDate installed = pen.today().minusYears(age).minusDays(pen.between(0, 360));
        ObjectNode body = Json.object()
                .put("locationId", location)
                .put("customerId", customer)
                .put("equipmentId", sku.id());
        body.put(
                "name",
                sku.name()
                        .substring(
                                0,
                                sku.name().indexOf(',') < 0
                                        ? sku.name().length()
                                        : sku.name().indexOf(',')));
        body.put("status", "Installed")
                .put("installedOn", pen.at(installed, 12, 0).toString());
        String maker = pen.one(List.of("Northgale", "Halden", "Aristel", "Brennick", "Kestrow"));
        body.put("manufacturer", maker).put("model", sku.code().replace("-", "") + pen.between(10, 99) + "X");
        // Some plates could not be read.
        body.put(
                "serialNumber",
                pen.often(0.12)
                        ? ""
                        : installed.getYear() % 100 + "" + pen.between(10, 52) + "K" + pen.between(100000, 999999));
        body.put("memo", "In the " + pen.words().one("equipment.location", pen.chance()));
        body.set("cost", Pen.money(sku.cost()));
        body.put("manufacturerWarrantyStart", pen.at(installed, 12, 0).toString());
        body.put(
                "manufacturerWarrantyEnd",
                pen.at(installed.plusYears(10), 12, 0).toString());
        body.put("serviceProviderWarrantyStart", pen.at(installed, 12, 0).toString());
        body.put(
                "serviceProviderWarrantyEnd",
                pen.at(installed.plusYears(2), 12, 0).toString());
        body.put("predictedReplacementDate", installed.plusYears(15).toString());
        shelf.equipmentTypes().entrySet().stream()
                .filter(type -> sku.name().startsWith(type.getKey().split(" ", -1)[0]))
                .findFirst()
                .ifPresent(type ->
                        body.putObject("type").put("id", type.getValue()).put("name", type.getKey()));
        Instant recorded = pen.at(pen.today().minusDays(pen.between(1, 900)), 15, 0);
        return pen.put("installed-equipment", body, recorded);
    }

    private long membership(long customer, long location) {
        int plan = pen.between(0, house.membershipTypes.size() - 1);
        LocalDate from = pen.today().minusDays(pen.between(5, 500));
        boolean expired = from.plusYears(1).isBefore(pen.today());
        ObjectNode body = Json.object().put("customerId", customer).put("locationId", location);
        body.put("membershipTypeId", house.membershipTypes.get(plan));
        body.put("businessUnitId", house.units.get(plan == 0 ? "HVAC Service" : "Plumbing"));
        body.put("status", expired ? "Expired" : "Active").put("followUpStatus", "NotAttempted");
        body.put("from", pen.at(from, 0, 0).toString())
                .put("to", pen.at(from.plusYears(1), 0, 0).toString());
        body.put("billingFrequency", "Annual").put("duration", 12).put("renewalDuration", 12);
        Instant when = pen.at(from, 10, 0);
        long id = pen.put("membership", body, when);
        ObjectNode change = Json.object()
                .put("membershipId", id)
                .put("oldStatus", "Suspended")
                .put("newStatus", "Active");
        pen.put("membership-status-change", change, when);
        for (int i = plan * 2; i < plan * 2 + 2; i++) {
            visits(customer, location, id, i, from, expired);
        }
        return id;
    }

    private void visits(long customer, long location, long membership, int type, LocalDate from, boolean expired) {
        ObjectNode service = house.recurringTypes.get(type).deepCopy();
        service.remove("membershipTypeId");
        service.put("recurringServiceTypeId", house.recurringTypeIds.get(type)).put("locationId", location);
        service.put("membershipId", membership).put("recurrenceWeek", "None").put("firstVisitComplete", false);
        service.putArray("recurrenceDaysOfWeek");
        service.putArray("recurrenceDaysOfMonth");
        service.putArray("tagTypeIds");
        service.put("from", pen.at(from, 0, 0).toString());
        Instant when = pen.at(from, 10, 5);
        long id = pen.put("recurring-service", service, when);
        LocalDate due = from.plusMonths(type % 2 == 0 ? 1 : 7);
        ObjectNode event = Json.object().put("locationRecurringServiceId", id).put("customerId", customer);
        event.put("locationRecurringServiceName", service.path("name").asText()).put("membershipId", membership);
        event.put("membershipName", service.path("name").asText()).put("locationId", location);
        event.put("status", due.isBefore(pen.today()) && (expired || pen.often(0.6)) ? "Won" : "NotAttempted");
        pen.put("recurring-service-event", event.put("date", pen.at(due, 8, 0).toString()), when);
    }

    /** Somebody was entered twice and merged since: the old record stays behind, inactive. */
    private void duplicate() {
        Home kept = homes.getFirst();
        ObjectNode body = Json.object()
                .put("name", kept.name().toUpperCase(java.util.Locale.ROOT))
                .put("type", "Residential");
        body.set("address", kept.address());
        body.set("balance", Pen.money(0));
        body.put("mergedToId", kept.customer());
        Instant when = pen.opening().plus(950, ChronoUnit.DAYS);
        pen.inactive("customer", pen.bulk().nextId(), body, when, when.plus(20, ChronoUnit.DAYS));
    }
}
