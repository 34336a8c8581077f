package org.fieldwright.sandbox.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fieldwright.sandbox.store.Json;

/** The pricebook: vendors, categories, materials, equipment and services, linked. */
final class Shelf {
    /** Something that is sold. */
    record Sku(
            long id,
            String type,
            String trade,
            String code,
            String name,
            BigDecimal price,
            BigDecimal cost,
            BigDecimal hours,
            long part) {}

    private final Pen pen;
    private final Map<String, List<Sku>> byFamily = new LinkedHashMap<>();
    private final Map<String, Long> categories = new HashMap<>();
    private final Map<String, Long> equipmentTypes = new HashMap<>();
    private final List<Long> vendors = new ArrayList<>();
    private final List<Sku> all = new ArrayList<>();

    Shelf(Pen pen) {
        this.pen = pen;
    }

    void stock() {
        vendors();
        for (String trade : List.of("HVAC", "Plumbing", "Electrical")) {
            for (String type : List.of("Services", "Materials")) {
                ObjectNode category = Json.object().put("name", trade + " " + type.toLowerCase(java.util.Locale.ROOT));
                category.put("categoryType", type).put("position", categories.size());
                categories.put(trade + type, pen.put("category", category));
            }
        }
        for (String line : Words.lines("pricebook.txt")) {
            String[] field = line.split("\\|", -1);
            switch (field[0]) {
                case "M" -> materials(field);
                case "E" -> equipment(field);
                default -> services(field);
            }
        }
        pen.put("discount-and-fee", discount("MEMBER10", "Member discount", "Discount", "Percentage", 10));
        pen.put("discount-and-fee", discount("SENIOR25", "Senior courtesy", "Discount", "Fixed", 25));
        pen.put("discount-and-fee", discount("PERMIT", "Permit fee", "Fee", "Fixed", 165));
        int[][] markups = {{0, 10, 250}, {10, 50, 150}, {50, 200, 100}, {200, 1000, 65}, {1000, 100000, 40}};
        for (int[] markup : markups) {
            pen.put(
                    "materials-markup",
                    Json.object().put("from", markup[0]).put("to", markup[1]).put("percent", markup[2]));
        }
        pen.put("cost-type", Json.object().put("name", "Materials"));
        ObjectNode sheet = Json.object().put("name", "Property managers");
        ArrayNode exceptions = sheet.putArray("exceptions");
        List<Sku> services = services("HVAC");
        for (int i = 0; i < 3; i++) {
            exceptions
                    .addObject()
                    .put("skuId", services.get(i).id())
                    .put("skuType", "Service")
                    .put("value", 10)
                    .put("valueType", "DiscountPercent");
        }
        pen.put("rate-sheet", sheet);
    }

    private void vendors() {
        for (String name : List.of("Capitol Supply House", "Lone Star Plumbing Wholesale", "Trans-Pecos Electric")) {
            ObjectNode vendor = Json.object()
                    .put("name", name)
                    .put("deliveryOption", "Manual")
                    .put("memo", "");
            vendor.putObject("contactInfo")
                    .put("firstName", pen.words().one("first", pen.chance()))
                    .put("lastName", pen.words().one("last", pen.chance()))
                    .put("phone", pen.phone())
                    .put(
                            "email",
                            "orders@" + name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + ".example")
                    .put("fax", "");
            vendor.putObject("address")
                    .put("street", "100 Depot Street")
                    .put("city", "Austin")
                    .put("state", "TX")
                    .put("zip", "78704")
                    .put("country", "USA");
            vendor.set("defaultTaxRate", Pen.money(0.0825));
            vendors.add(pen.put("vendor", vendor));
        }
    }

    private long vendor(String trade) {
        return vendors.get(List.of("HVAC", "Plumbing", "Electrical").indexOf(trade));
    }

    private void materials(String[] field) {
        List<String> variants = List.of(field[6].split(";", -1));
        for (int i = 0; i < variants.size(); i++) {
            BigDecimal cost = stepped(field[4], field[5], i);
            BigDecimal price = cost.multiply(new BigDecimal("2.4")).setScale(2, RoundingMode.HALF_UP);
            ObjectNode body = sku(field, variants.get(i), i, price, cost);
            body.put("isInventory", true)
                    .put("deductAsJobCost", true)
                    .put("unitOfMeasure", field[3].contains("per foot") ? "ft" : "ea");
            body.put("chargeableByDefault", true).put("taxable", true);
            body.putArray("categories").add(categories.get(field[1] + "Materials"));
            body.set("primaryVendor", vendorPart(field, i, cost));
            keep("Material", field, variants.get(i), i, price, cost, BigDecimal.ZERO, 0, pen.put("material", body));
        }
    }

    private void equipment(String[] field) {
        List<String> variants = List.of(field[6].split(";", -1));
        long type = equipmentTypes.computeIfAbsent(
                field[8], name -> pen.put("equipment-type", Json.object().put("name", name)));
        for (int i = 0; i < variants.size(); i++) {
            BigDecimal cost = stepped(field[4], field[5], i);
            BigDecimal price = cost.multiply(new BigDecimal("1.9")).setScale(2, RoundingMode.HALF_UP);
            ObjectNode body = sku(field, variants.get(i), i, price, cost);
            body.put("manufacturer", field[7])
                    .put("model", model(field, i))
                    .put("isInventory", true)
                    .put("taxable", true);
            body.putObject("manufacturerWarranty").put("duration", 120).put("description", "Parts, ten years");
            body.putObject("serviceProviderWarranty").put("duration", 24).put("description", "Labor, two years");
            body.putArray("categories").add(categories.get(field[1] + "Materials"));
            body.put("typeId", type);
            body.set("primaryVendor", vendorPart(field, i, cost));
            keep("Equipment", field, variants.get(i), i, price, cost, BigDecimal.ZERO, 0, pen.put("equipment", body));
        }
    }

    private void services(String[] field) {
        List<String> variants = List.of(field[7].split(";", -1));
        List<Sku> parts = byFamily.getOrDefault(field[8], List.of());
        for (int i = 0; i < variants.size(); i++) {
            BigDecimal price = stepped(field[5], field[6], i);
            BigDecimal hours = new BigDecimal(field[4]);
            ObjectNode body = sku(field, variants.get(i), i, price, BigDecimal.ZERO);
            body.put("isLabor", false).put("taxable", true).set("hours", hours(hours));
            body.putArray("categories")
                    .addObject()
                    .put("id", categories.get(field[1] + "Services"))
                    .put("name", field[1] + " services")
                    .put("active", true);
            body.putObject("warranty").put("duration", 12).put("description", "One year on labor");
            long part = 0;
            if (!parts.isEmpty()) {
                Sku linked = parts.get(Math.min(i, parts.size() - 1));
                part = linked.id();
                body.putArray(linked.type().equals("Equipment") ? "serviceEquipment" : "serviceMaterials")
                        .addObject()
                        .put("skuId", part)
                        .put("quantity", 1);
                body.set("cost", Pen.money(linked.cost()));
            }
            keep("Service", field, variants.get(i), i, price, BigDecimal.ZERO, hours, part, pen.put("service", body));
        }
    }

    private static com.fasterxml.jackson.databind.node.DecimalNode hours(BigDecimal hours) {
        return com.fasterxml.jackson.databind.node.DecimalNode.valueOf(hours);
    }

    private ObjectNode sku(String[] field, String variant, int index, BigDecimal price, BigDecimal cost) {
        String name = field[3].replace("{}", variant);
        ObjectNode body = Json.object().put("code", field[2] + "-" + (index + 1));
        body.put("displayName", name).put("description", name + ".");
        body.set("price", Pen.money(price));
        body.set("memberPrice", Pen.money(price.multiply(new BigDecimal("0.9"))));
        body.set("addOnPrice", Pen.money(price.multiply(new BigDecimal("0.85"))));
        body.set("addOnMemberPrice", Pen.money(price.multiply(new BigDecimal("0.8"))));
        body.set("cost", Pen.money(cost));
        return body;
    }

    private ObjectNode vendorPart(String[] field, int index, BigDecimal cost) {
        ObjectNode part = Json.object().put("id", pen.bulk().nextId()).put("vendorId", vendor(field[1]));
        part.put("vendorName", "Supplier")
                .put("vendorPart", field[2] + (1000 + index * 7))
                .put("active", true);
        part.set("cost", Pen.money(cost));
        return part;
    }

    private static String model(String[] field, int index) {
        return field[7].substring(0, 2).toUpperCase(java.util.Locale.ROOT) + field[2] + (24 + 6 * index) + "A";
    }

    private static BigDecimal stepped(String base, String step, int index) {
        return new BigDecimal(base).add(new BigDecimal(step).multiply(BigDecimal.valueOf(index)));
    }

    private void keep(
            String type,
            String[] field,
            String variant,
            int index,
            BigDecimal price,
            BigDecimal cost,
            BigDecimal hours,
            long part,
            long id) {
        Sku sku = new Sku(
                id,
                type,
                field[1],
                field[2] + "-" + (index + 1),
                field[3].replace("{}", variant),
                price,
                cost,
                hours,
                part);
        byFamily.computeIfAbsent(field[2], family -> new ArrayList<>()).add(sku);
        all.add(sku);
    }

    private ObjectNode discount(String code, String name, String type, String amountType, double amount) {
        ObjectNode body =
                Json.object().put("code", code).put("displayName", name).put("description", name);
        body.put("type", type).put("amountType", amountType).set("amount", Pen.money(amount));
        return body;
    }

    List<Sku> services(String trade) {
        return all.stream()
                .filter(sku -> sku.type().equals("Service") && sku.trade().equals(trade))
                .toList();
    }

    List<Sku> materials() {
        return all.stream().filter(sku -> sku.type().equals("Material")).toList();
    }

    List<Sku> equipment(String trade) {
        return all.stream()
                .filter(sku -> sku.type().equals("Equipment") && sku.trade().equals(trade))
                .toList();
    }

    Sku byId(long id) {
        return all.stream().filter(sku -> sku.id() == id).findFirst().orElseThrow();
    }

    List<Sku> family(String code) {
        return byFamily.get(code);
    }

    long someVendor() {
        return pen.one(vendors);
    }

    Map<String, Long> equipmentTypes() {
        return equipmentTypes;
    }
}
