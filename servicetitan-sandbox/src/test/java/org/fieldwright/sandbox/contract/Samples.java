package org.fieldwright.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.fieldwright.sandbox.store.Json;

/** Makes a request body that fits a shape, with ids of documents that are there. */
final class Samples {
    /** Which kind a field that ends with Id or Ids points at. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("adjustmentToId", "invoice"),
            Map.entry("invoiceId", "invoice"),
            Map.entry("objectId", "customer"),
            Map.entry("businessUnitId", "business-unit"),
            Map.entry("jobTypeId", "job-type"),
            Map.entry("campaignId", "campaign"),
            Map.entry("customerId", "customer"),
            Map.entry("locationId", "location"),
            Map.entry("jobId", "job"),
            Map.entry("technicianId", "technician"),
            Map.entry("soldBy", "technician"),
            Map.entry("employeeId", "employee"),
            Map.entry("assignedToId", "employee"),
            Map.entry("reportedById", "employee"),
            Map.entry("agentId", "employee"),
            Map.entry("tagTypeId", "tag-type"),
            Map.entry("vendorId", "vendor"),
            Map.entry("warehouseId", "warehouse"),
            Map.entry("equipmentId", "installed-equipment"),
            Map.entry("installedEquipmentId", "installed-equipment"),
            Map.entry("equipmentTypeId", "equipment-type"),
            Map.entry("jobAppointmentId", "appointment"),
            Map.entry("callReasonId", "call-reason"),
            Map.entry("categoryId", "campaign-category"),
            Map.entry("statusId", "project-status"),
            Map.entry("subStatusId", "project-substatus"),
            Map.entry("projectId", "project"),
            Map.entry("paymentId", "payment"),
            Map.entry("employeeTaskTypeId", "task-type"),
            Map.entry("employeeTaskSourceId", "task-source"),
            Map.entry("employeeTaskResolutionId", "task-resolution"),
            Map.entry("inventoryLocationId", "warehouse"),
            Map.entry("returnTypeId", "return-type"),
            Map.entry("sourceJobId", "job"),
            Map.entry("skuId", "material"),
            Map.entry("roleId", "user-role"));

    private final Contract contract;
    private final String module;
    private final ToLongFunction<String> ids;
    private int count;

    Samples(Contract contract, String module, ToLongFunction<String> ids) {
        this.contract = contract;
        this.module = module;
        this.ids = ids;
    }

    JsonNode of(Shape shape) {
        return of(shape, "", 0);
    }

    private JsonNode of(Shape shape, String name, int depth) {
        return switch (shape) {
            case Shape.Named named -> of(contract.resolve(module, named), name, depth);
            case Shape.Optional optional -> of(optional.of(), name, depth);
            case Shape.Fields fields -> object(fields, depth);
            case Shape.Many many -> {
                ArrayNode array = Json.array();
                array.add(of(many.of(), name.endsWith("s") ? name.substring(0, name.length() - 1) : name, depth + 1));
                yield array;
            }
            case Shape.Mapping mapping -> Json.object();
            case Shape.Text text -> TextNode.valueOf(text(name));
            case Shape.Whole whole -> LongNode.valueOf(KINDS.containsKey(name) ? ids.applyAsLong(KINDS.get(name)) : 1);
            case Shape.Decimal decimal -> DecimalNode.valueOf(new BigDecimal("12.50"));
            case Shape.Truth truth -> BooleanNode.valueOf(name.equals("active"));
            case Shape.Choice choice -> TextNode.valueOf(choice.words().getFirst());
            case Shape.Numbered numbered -> IntNode.valueOf(numbered.numbers().getFirst());
            case Shape.Moment moment ->
                TextNode.valueOf(
                        name.toLowerCase(java.util.Locale.ROOT).contains("end")
                                ? "2026-07-01T16:00:00Z"
                                : "2026-07-01T14:00:00Z");
            case Shape.Day day -> TextNode.valueOf("2026-07-01");
            case Shape.Binary binary -> TextNode.valueOf("file");
            case Shape.Anything anything -> TextNode.valueOf("anything");
        };
    }

    private static String text(String name) {
        return switch (name) {
            case "duration" -> "01:30:00";
            case "start" -> "08:00:00";
            case "color" -> "#8899aa";
            case "priority" -> "Normal";
            case "type" -> "Phone";
            case "value" -> "5125550177";
            default -> "Sample " + name;
        };
    }

    /** The required fields, and those optional ones that point at something known. */
    private ObjectNode object(Shape.Fields fields, int depth) {
        ObjectNode object = Json.object();
        fields.byName().forEach((name, field) -> {
            if (field.required() || (depth == 0 && plain(name, field.shape()))) {
                JsonNode value = of(field.shape(), name, depth + 1);
                object.set(
                        name,
                        name.equals("code") || name.equals("externalId") ? TextNode.valueOf("SMP" + ++count) : value);
            }
        });
        return object;
    }

    private boolean plain(String name, Shape shape) {
        Shape bare = shape instanceof Shape.Optional optional ? optional.of() : shape;
        return KINDS.containsKey(name)
                || (bare instanceof Shape.Text && !name.endsWith("Id") && !name.equals("customerType"))
                || bare instanceof Shape.Decimal;
    }
}
