package org.fieldwright.sandbox.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fieldwright.sandbox.store.Json;

/** What the shop has set up: business units, job types, reasons, tags, campaigns, forms, and so on. */
final class House {
    static final List<String> TRADES = List.of("HVAC", "Plumbing", "Electrical");

    /** A kind of work. */
    record JobType(long id, String name, String trade, long unit, int minutes) {}

    private final Pen pen;
    final Map<String, Long> units = new LinkedHashMap<>();
    final List<JobType> jobTypes = new ArrayList<>();
    final List<Long> campaigns = new ArrayList<>();
    final List<Long> tags = new ArrayList<>();
    final Map<String, Long> reasons = new HashMap<>();
    final Map<String, Long> zones = new LinkedHashMap<>();
    final List<Long> membershipTypes = new ArrayList<>();
    final List<ObjectNode> recurringTypes = new ArrayList<>();
    final List<Long> recurringTypeIds = new ArrayList<>();
    long paymentCard;
    long paymentCheck;
    long taxZone;
    long orderType;
    long returnType;
    long cancelReason;

    House(Pen pen) {
        this.pen = pen;
    }

    void setUp() {
        units();
        jobTypes();
        office();
        money();
        zones();
        memberships();
        others();
    }

    private void units() {
        for (String name : List.of("HVAC Service", "HVAC Install", "Plumbing", "Electrical")) {
            String trade = name.startsWith("HVAC") ? "HVAC" : name;
            ObjectNode unit = Json.object().put("name", name).put("officialName", "Copper Creek " + name);
            unit.put("email", "office@coppercreek.example")
                    .put("currency", "USD")
                    .put("phoneNumber", "5125550100");
            unit.putObject("trade").put("id", TRADES.indexOf(trade) + 1).put("name", trade);
            unit.putObject("division").put("id", 1).put("name", "Residential");
            unit.putObject("address")
                    .put("street", "2400 Kiln Road")
                    .put("city", "Austin")
                    .put("state", "TX")
                    .put("zip", "78745")
                    .put("country", "USA");
            unit.set("defaultTaxRate", Pen.money(0.08));
            units.put(name, pen.put("business-unit", unit));
        }
    }

    private void jobTypes() {
        type("AC Service", "HVAC", "HVAC Service", 120, "Cooling");
        type("Heating Service", "HVAC", "HVAC Service", 120, "Heating");
        type("HVAC Maintenance", "HVAC", "HVAC Service", 90, "Cooling");
        type("System Replacement", "HVAC", "HVAC Install", 480, "HVAC install");
        type("Plumbing Service", "Plumbing", "Plumbing", 120, "Plumbing");
        type("Drain Cleaning", "Plumbing", "Plumbing", 90, "Drains");
        type("Water Heater", "Plumbing", "Plumbing", 180, "Water heaters");
        type("Electrical Service", "Electrical", "Electrical", 120, "Electrical");
        type("Panel or Circuit", "Electrical", "Electrical", 240, "Panels");
    }

    private void type(String name, String trade, String unit, int minutes, String skill) {
        ObjectNode type =
                Json.object().put("name", name).put("duration", minutes * 60).put("priority", "Normal");
        type.putArray("businessUnitIds").add(units.get(unit));
        type.putArray("skills").add(skill);
        type.putArray("tagTypeIds");
        type.put("class", "Service").put("summary", "").put("noCharge", false).put("invoiceSignaturesRequired", true);
        type.put("defaultEstimateSoldAction", "AddToInvoice");
        type.putArray("customFieldTypeIds");
        jobTypes.add(new JobType(pen.put("job-type", type), name, trade, units.get(unit), minutes));
    }

    private void office() {
        String[][] tagTypes = {
            {"VIP", "#c62828"},
            {"Member", "#2e7d32"},
            {"Dog on site", "#6d4c41"},
            {"Gate code", "#1565c0"},
            {"Slow payer", "#ef6c00"}
        };
        for (String[] tag : tagTypes) {
            ObjectNode body = Json.object().put("name", tag[0]).put("color", tag[1]);
            body.put("code", tag[0].substring(0, 1)).put("isVisibleOnDispatchBoard", true);
            tags.add(pen.put("tag-type", body));
        }
        for (String category : List.of("Search", "Word of mouth", "Mail")) {
            long id = pen.put(
                    "campaign-category", Json.object().put("name", category).put("type", "Regular"));
            ObjectNode campaign =
                    Json.object().put("name", category + " " + pen.today().getYear());
            campaign.putObject("category").put("id", id).put("name", category).put("active", true);
            campaign.put("businessUnit", "HVAC Service").put("isDefaultCampaign", category.equals("Search"));
            campaign.putArray("campaignPhoneNumbers").add("51255501" + (10 + campaigns.size()));
            campaigns.add(pen.put("campaign", campaign));
        }
        for (String reason : List.of(
                "Service request", "Price shopping", "Existing appointment", "Wrong number", "Billing question")) {
            ObjectNode body = Json.object().put("name", reason);
            reasons.put(
                    reason,
                    pen.put(
                            "call-reason",
                            body.put("isLead", reason.startsWith("Service") || reason.startsWith("Price"))));
        }
        for (String reason : List.of("Customer canceled", "No one home", "Duplicate booking", "Out of area")) {
            cancelReason = pen.put("job-cancel-reason", Json.object().put("name", reason));
        }
        for (String reason : List.of("Waiting for parts", "Waiting for approval", "Weather")) {
            pen.put("job-hold-reason", Json.object().put("name", reason));
        }
        for (String owner : List.of(
                "customer",
                "location",
                "job",
                "project",
                "invoice",
                "payment",
                "membership",
                "vendor",
                "installed-equipment")) {
            ObjectNode field =
                    Json.object().put("owner", owner).put("name", owner.equals("job") ? "Gate code" : "Reference");
            pen.put("custom-field", field.put("dataType", "Text"));
        }
    }

    private void money() {
        paymentCard = pen.put("payment-type", Json.object().put("name", "Credit Card"));
        paymentCheck = pen.put("payment-type", Json.object().put("name", "Check"));
        pen.put("payment-type", Json.object().put("name", "Cash"));
        for (int days : new int[] {0, 15, 30}) {
            ObjectNode term = Json.object().put("name", days == 0 ? "Due Upon Receipt" : "Net " + days);
            pen.put(
                    "payment-term",
                    term.put("dueDayType", "NumberOfDays").put("dueDay", days).put("isCustomerDefault", days == 0));
        }
        ObjectNode zone =
                Json.object().put("name", "Travis County").put("color", 3).put("isTaxRateSeparated", false);
        ArrayNode rates = zone.putArray("rates");
        ObjectNode rate = rates.addObject().put("id", 1).put("taxName", "State and local");
        rate.putArray("taxBaseType").add("Subtotal");
        rate.set(
                "taxRate", com.fasterxml.jackson.databind.node.DecimalNode.valueOf(new java.math.BigDecimal("0.0825")));
        taxZone = pen.put("tax-zone", zone);
    }

    private void zones() {
        Map<String, List<String[]>> byCity = new LinkedHashMap<>();
        for (String place : pen.words().all("place")) {
            String[] parts = place.split(",", -1);
            byCity.computeIfAbsent(parts[0], city -> new ArrayList<>()).add(parts);
        }
        byCity.forEach((city, places) -> {
            ObjectNode zone =
                    Json.object().put("name", city).put("createdBy", 7).put("serviceDaysEnabled", false);
            ArrayNode zips = zone.putArray("zips");
            places.forEach(place -> zips.add(place[1]));
            zone.putArray("cities").add(city);
            zone.set("businessUnits", Json.ids(units.values()));
            zone.putArray("technicians");
            long id = pen.put("zone", zone);
            places.forEach(place -> zones.put(place[1], id));
        });
        for (int hour : new int[] {8, 10, 12, 14, 16}) {
            ObjectNode window = Json.object().put("start", String.format(java.util.Locale.ROOT, "%02d:00:00", hour));
            window.put("duration", "02:00:00").set("businessUnitIds", Json.ids(units.values()));
            pen.put("arrival-window", window);
        }
        ObjectNode hours = Json.object();
        hours.putArray("weekdays").addObject().put("fromHour", 7).put("toHour", 18);
        hours.putArray("saturday").addObject().put("fromHour", 8).put("toHour", 14);
        hours.putArray("sunday");
        pen.put("business-hours", hours);
    }

    private void memberships() {
        String[][] plans = {{"Comfort Plan", "HVAC Maintenance"}, {"Whole Home Plan", "Plumbing Service"}};
        for (String[] plan : plans) {
            long id = pen.bulk().nextId();
            ObjectNode type = Json.object().put("name", plan[0]).put("displayName", plan[0]);
            type.put("discountMode", "Basic")
                    .put("locationTarget", "SingleLocation")
                    .put("revenueRecognitionMode", "PointOfSale");
            type.put("saleTaskId", id + 1_000_000);
            type.set("discount", Pen.money(10));
            ObjectNode billing = type.putArray("durationBilling")
                    .addObject()
                    .put("id", id + 2_000_000)
                    .put("duration", 12);
            billing.put("billingFrequency", "Annual");
            billing.set("salePrice", Pen.money(228));
            billing.set("billingPrice", Pen.money(228));
            billing.set("renewalPrice", Pen.money(219));
            type.putArray("discounts");
            ArrayNode services = type.putArray("recurringServices");
            for (String season : List.of("Spring visit", "Fall visit")) {
                ObjectNode recurring = recurring(plan, season, id);
                long recurringId = pen.put("recurring-service-type", recurring);
                recurringTypes.add(recurring);
                recurringTypeIds.add(recurringId);
                services.addObject()
                        .put("id", pen.bulk().nextId())
                        .put("membershipTypeId", id)
                        .put("recurringServiceTypeId", recurringId)
                        .put("offset", season.startsWith("Spring") ? 1 : 7)
                        .put("offsetType", "Months")
                        .put("allocation", 50);
            }
            pen.put("membership-type", id, type, pen.opening(), pen.opening());
            membershipTypes.add(id);
        }
    }

    private ObjectNode recurring(String[] plan, String season, long membershipType) {
        JobType jobType = jobTypes.stream()
                .filter(type -> type.name().equals(plan[1]))
                .findFirst()
                .orElseThrow();
        ObjectNode recurring = Json.object().put("name", plan[0] + ", " + season.toLowerCase(java.util.Locale.ROOT));
        recurring
                .put("membershipTypeId", membershipType)
                .put("recurrenceType", "Seasonal")
                .put("recurrenceInterval", 1);
        recurring.putArray("recurrenceMonths").add(season.startsWith("Spring") ? "April" : "October");
        recurring.put("durationType", "Continuous").put("durationLength", 0).put("priority", "Normal");
        recurring
                .put("businessUnitId", jobType.unit())
                .put("jobTypeId", jobType.id())
                .put("campaignId", campaigns.getFirst());
        return recurring.put("jobSummary", season + " of the plan");
    }

    private void others() {
        for (String role : List.of("Owner", "Dispatcher", "Accounting", "Technician", "Lead Technician")) {
            ObjectNode body = Json.object().put("name", role);
            pen.put("user-role", body.put("employeeType", role.endsWith("Technician") ? "Technician" : "Employee"));
        }
        ObjectNode tag = Json.object().put("tagName", "Web scheduler").put("description", "Bookings from the web site");
        pen.put("booking-provider-tag", tag.put("type", "V2Api"));
        for (String form : List.of("Maintenance checklist", "Water heater safety", "Panel inspection")) {
            pen.put("form", Json.object().put("name", form).put("published", true));
        }
        pen.put(
                "task-type",
                Json.object()
                        .put("name", "Callback")
                        .put("active", true)
                        .set("excludedTaskResolutionIds", Json.array()));
        pen.put(
                "task-type",
                Json.object()
                        .put("name", "Warranty")
                        .put("active", true)
                        .set("excludedTaskResolutionIds", Json.array()));
        pen.put("task-source", Json.object().put("name", "Telephone"));
        ObjectNode resolution = Json.object().put("name", "Done").put("type", "Custom");
        pen.put("task-resolution", resolution.set("excludedTaskTypeIds", Json.array()));
        for (String code : List.of("Training", "Lunch", "Shop time")) {
            ObjectNode body =
                    Json.object().put("code", code).put("description", code).put("type", "Paid");
            body.put("applicableEmployeeType", "Technician");
            body.putObject("rateInfo").put("hourlyRate", "EmployeeHourlyRate").put("rateMultiplier", 1);
            pen.put("timesheet-code", body);
        }
        orderType = pen.put(
                "purchase-order-type", Json.object().put("name", "Stock").put("landedCostMethod", "None"));
        returnType = pen.put("return-type", Json.object().put("name", "Defective"));
        pen.put(
                "purchase-order-markup",
                Json.object().put("from", 0).put("to", 100000).put("percent", 35));
        int order = 1;
        for (String status : List.of("Planned", "In progress", "Complete")) {
            long id =
                    pen.put("project-status", Json.object().put("name", status).put("order", order++));
            pen.put(
                    "project-substatus",
                    Json.object()
                            .put("name", "Waiting for permit")
                            .put("statusId", id)
                            .put("order", 1));
        }
        pen.put("project-type", Json.object().put("name", "Replacement").put("description", "Replacement of a system"));
    }
}
