package org.fieldwright.sandbox.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fieldwright.sandbox.store.Json;

/** Who works here: technicians with skills, homes, trucks and shifts; the office. */
final class Crew {
    /** A technician and the truck that belongs to them. */
    record Technician(long id, String name, String trade, long truck) {}

    private static final Map<String, List<String>> SKILLS = Map.of(
            "HVAC", List.of("Cooling", "Heating", "HVAC install"),
            "Plumbing", List.of("Plumbing", "Drains", "Water heaters"),
            "Electrical", List.of("Electrical", "Panels"));
    private final Pen pen;
    private final House house;
    private final Shelf shelf;
    private final Map<String, Long> skills = new LinkedHashMap<>();
    final List<Technician> technicians = new ArrayList<>();
    final List<Long> employees = new ArrayList<>();
    long warehouse;

    Crew(Pen pen, House house, Shelf shelf) {
        this.pen = pen;
        this.house = house;
        this.shelf = shelf;
    }

    void hire(int count) {
        for (String role : List.of("Owner", "Dispatch", "CSR", "Accounting")) {
            ObjectNode employee = person().put("role", role).put("agentId", employees.size() + 1);
            employee.putArray("roleIds");
            employees.add(pen.put("employee", employee));
        }
        House.TRADES.forEach(trade -> SKILLS.get(trade)
                .forEach(skill ->
                        skills.put(skill, pen.put("skill", Json.object().put("name", skill)))));
        pen.put("team", Json.object().put("name", "Field"));
        ObjectNode place = Json.object().put("name", "Main warehouse");
        place.putObject("address")
                .put("street", "2400 Kiln Road")
                .put("city", "Austin")
                .put("state", "TX")
                .put("zip", "78745")
                .put("country", "USA");
        warehouse = pen.put("warehouse", place);
        for (int i = 0; i < count; i++) {
            technician(i);
        }
    }

    private ObjectNode person() {
        String first = pen.words().one("first", pen.chance());
        String last = pen.words().one("last", pen.chance());
        ObjectNode person = Json.object()
                .put("name", first + " " + last)
                .put("firstName", first)
                .put("lastName", last);
        person.put("userId", pen.bulk().nextId());
        person.put("email", first.toLowerCase(java.util.Locale.ROOT) + "@coppercreek.example");
        person.put("phoneNumber", pen.phone()).put("loginName", first.toLowerCase(java.util.Locale.ROOT));
        person.set("hourlyRate", Pen.money(22 + pen.between(0, 18)));
        return person;
    }

    private void technician(int index) {
        String trade = List.of("HVAC", "Plumbing", "HVAC", "Electrical").get(index % 4);
        long id = pen.bulk().nextId();
        ObjectNode body = person();
        String unit = trade.equals("HVAC") ? "HVAC Service" : trade;
        body.put("businessUnitId", house.units.get(unit));
        String[] home = pen.words().one("place", pen.chance()).split(",", -1);
        body.put("mainZoneId", house.zones.get(home[1]));
        body.putArray("zoneIds").add(house.zones.get(home[1]));
        ObjectNode address = body.putObject("home")
                .put("street", pen.between(100, 9900) + " " + pen.words().one("street", pen.chance()));
        address.put("city", home[0]).put("state", "TX").put("zip", home[1]).put("country", "USA");
        double latitude = near(home[2]);
        double longitude = near(home[3]);
        address.put("latitude", latitude).put("longitude", longitude);
        body.putObject("location")
                .put("latitude", latitude)
                .put("longitude", longitude)
                .put("coordinatesUpdatedOn", pen.now().toString());
        body.put("isManagedTech", true)
                .put("licenseType", "ManagedTech")
                .put("status", "Idle")
                .put("team", "Field");
        body.putArray("positions").add("Service");
        body.set("dailyGoal", Pen.money(2400));
        body.set("burdenRate", Pen.money(31.5));
        body.set("commissionRate", Pen.money(0.05));
        body.set("soldByRate", Pen.money(0.03));
        ArrayNode shown = body.putArray("skills");
        List<String> own = new ArrayList<>(SKILLS.get(trade));
        if (index % 3 == 2) {
            own.removeLast();
        }
        own.forEach(skill -> skill(shown, id, skill));
        pen.put("technician", id, body, pen.opening(), pen.opening());
        long truck = truck(index, id, trade);
        technicians.add(new Technician(id, body.path("name").asText(), trade, truck));
        shifts(id, index);
    }

    private double near(String place) {
        return Math.round((Double.parseDouble(place) + (pen.chance().nextDouble() - 0.5) * 0.06) * 1e6) / 1e6;
    }

    private void skill(ArrayNode shown, long technician, String name) {
        long skill = skills.get(name);
        shown.addObject().put("id", skill).put("name", name);
        ObjectNode row = Json.object().put("id", technician + "_" + skill).put("name", name);
        row.put("technicianId", technician).put("skillId", skill);
        row.putArray("jobTypeIds");
        pen.put("technician-skill", row);
    }

    private long truck(int index, long technician, String trade) {
        long truck = pen.bulk().nextId();
        ObjectNode template =
                Json.object().put("name", trade + " truck " + (index + 1)).put("type", "Truck");
        template.put("isConsignment", false).putArray("locationIds").add(truck);
        ArrayNode items = template.putArray("items");
        for (Shelf.Sku sku : shelf.materials()) {
            if (sku.trade().equals(trade) && sku.cost().doubleValue() < 120) {
                int least = sku.cost().doubleValue() < 20 ? 4 : 1;
                items.addObject()
                        .put("id", pen.bulk().nextId())
                        .put("skuId", sku.id())
                        .put("code", sku.code())
                        .put("name", sku.name())
                        .put("description", sku.name())
                        .put("skuType", "Material")
                        .put("minQuantity", least)
                        .put("maxQuantity", least * 2);
            }
        }
        long templateId = pen.put("inventory-template", template);
        ObjectNode body = Json.object()
                .put("name", "Truck " + (index + 1))
                .put("memo", "")
                .put("warehouseId", warehouse);
        body.putArray("technicianIds").add(technician);
        pen.put("truck", truck, body.put("inventoryTemplateId", templateId), pen.opening(), pen.opening());
        return truck;
    }

    private void shifts(long technician, int index) {
        for (int day = -30; day <= 21; day++) {
            LocalDate date = pen.today().plusDays(day);
            boolean off =
                    date.getDayOfWeek().getValue() == 7 || (date.getDayOfWeek().getValue() == 6 && index % 2 == 0);
            if (!off) {
                ObjectNode shift = Json.object()
                        .put("technicianId", technician)
                        .put("shiftType", "Normal")
                        .put("title", "Day");
                shift.put("start", pen.at(date, 8, 0).toString())
                        .put("end", pen.at(date, 17, 0).toString());
                pen.put("technician-shift", shift);
            }
            if (day == 3 && index % 3 == 0) {
                ObjectNode vacation = Json.object()
                        .put("technicianId", technician)
                        .put("shiftType", "TimeOff")
                        .put("title", "Vacation");
                vacation.put("start", pen.at(date, 8, 0).toString())
                        .put("end", pen.at(date, 17, 0).toString());
                pen.put("technician-shift", vacation);
            }
            if (day >= 0 && date.getDayOfWeek().getValue() == 1) {
                ObjectNode meeting =
                        Json.object().put("technicianId", technician).put("name", "Safety meeting");
                meeting.put("start", pen.at(date, 8, 0).toString())
                        .put("duration", "00:45:00")
                        .put("summary", "");
                pen.put("non-job-appointment", meeting.put("showOnTechnicianSchedule", true));
            }
        }
    }
}
