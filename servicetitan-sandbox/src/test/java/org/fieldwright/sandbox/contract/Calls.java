package org.fieldwright.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldwright.sandbox.store.Bytes;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;
import org.fieldwright.sandbox.store.Store;

/** One good call of an operation on a shop: its path, its parameters, its body. */
final class Calls {
    private static final Pattern VARIABLE = Pattern.compile("([a-z0-9-]+)/\\{([A-Za-z_]+)\\}");
    /** Whose documents a segment of a path names, where it is not the singular of the word. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("categories", "category"),
            Map.entry("discounts-and-fees", "discount-and-fee"),
            Map.entry("materialsmarkup", "materials-markup"),
            Map.entry("project-statuses", "project-status"),
            Map.entry("project-substatuses", "project-substatus"),
            Map.entry("equipment", "equipment"),
            Map.entry("installed-equipment", "installed-equipment"),
            Map.entry("clientspecificpricing", "rate-sheet"),
            Map.entry("location-findings", "finding"),
            Map.entry("attachment", "job-attachment"),
            Map.entry("preferredtechnician", "technician"),
            Map.entry("detach-job", "job"),
            Map.entry("attach-job", "job"));

    /** Which document an operation works on, where not every one will do. */
    private static final Map<String, Search> PICKS = picks();

    private final Store store;
    private final Contract contract;

    Calls(Store store, Contract contract) {
        this.store = store;
        this.contract = contract;
    }

    record Sample(String address, String contentType, String body) {}

    Sample of(Operation operation) {
        String address = address(operation);
        if (operation.body().isEmpty()) {
            return new Sample(address, "application/json", null);
        }
        if (operation.body().get() instanceof Shape.Binary) {
            String form = String.join(
                    "\r\n",
                    "--x",
                    "Content-Disposition: form-data; name=\"file\"; filename=\"photo.jpg\"",
                    "Content-Type: image/jpeg",
                    "",
                    "not a real photo",
                    "--x--",
                    "");
            return new Sample(address, "multipart/form-data; boundary=x", form);
        }
        JsonNode body = new Samples(
                        contract,
                        operation.module(),
                        kind -> any(kind).map(Row::id).orElse(0L))
                .of(operation.body().get());
        if (body instanceof ObjectNode object) {
            fit(operation, object);
        }
        return new Sample(address, "application/json", Json.write(body));
    }

    private String address(Operation operation) {
        String path = operation
                .path()
                .replace("{tenant}", "4005370")
                .replace("{booking_provider}", "55")
                .replace("{gps_provider}", "66");
        Map<String, Long> bound = bound(operation);
        Matcher variable = VARIABLE.matcher(path);
        StringBuilder address = new StringBuilder();
        while (variable.find()) {
            String name = variable.group(2);
            String value =
                    bound.containsKey(name) ? String.valueOf(bound.get(name)) : value(operation, variable.group(1));
            variable.appendReplacement(address, variable.group(1) + "/" + value);
        }
        return variable.appendTail(address) + query(operation);
    }

    private String value(Operation operation, String segment) {
        if (segment.equals("technician-skills")) {
            return any("technician-skill").orElseThrow().text("id");
        }
        String kind = kind(operation, segment);
        Search pick = PICKS.get(operation.method() + " " + operation.path().replaceFirst(".*\\{tenant\\}/", ""));
        return String.valueOf((pick == null ? any(kind) : first(pick))
                .map(Row::id)
                .orElseThrow(() -> new IllegalStateException("no " + kind + " for " + operation.key())));
    }

    private static String kind(Operation operation, String segment) {
        if (segment.equals("categories") && operation.module().equals("marketing")) {
            return "campaign-category";
        }
        return KINDS.getOrDefault(
                segment, segment.endsWith("s") ? segment.substring(0, segment.length() - 1) : segment);
    }

    /** Where two ids of a path belong together, the child says whose it is. */
    private Map<String, Long> bound(Operation operation) {
        Map<String, Long> bound = new HashMap<>();
        String path = operation.path();
        if (path.contains("{contactId}")) {
            String owner =
                    path.contains("customers/") ? "customer" : path.contains("locations/") ? "location" : "booking";
            child(bound, owner + "-contact", "contactId", owner + "Id", "id");
        } else if (path.contains("{noteId}")) {
            child(bound, "customer-note", "noteId", "customerId", "id");
        } else if (path.contains("estimates/{id}/items/{itemId}")) {
            child(bound, "estimate-item", "itemId", "estimateId", "id");
        } else if (path.contains("{itemId}")) {
            Row invoice =
                    first(Search.of("invoice").equal("syncStatus", "Posted")).orElseThrow();
            Row item = first(Search.of("invoice-item").active(true).equal("invoiceId", invoice.id()))
                    .orElseThrow();
            bound.put("invoiceId", invoice.id());
            bound.put("itemId", item.id());
        } else if (path.contains("{attachmentId}")) {
            child(bound, "finding-attachment", "attachmentId", "findingId", "id");
        } else if (path.contains("{taskId}")) {
            child(bound, "invoice-task", "taskId", "invoiceId", "invoiceId");
        } else if (path.contains("{tagTypeId}")) {
            String owner = path.contains("customers/") ? "customer" : "location";
            boolean removes = operation.method().equals("DELETE");
            Row holder = store.read(ledger -> ledger.all(Search.of(owner).active(true)).stream()
                    .filter(row -> row.body().path("tagTypeIds").isEmpty() != removes)
                    .findFirst()
                    .orElseThrow());
            bound.put("id", holder.id());
            bound.put(
                    "tagTypeId",
                    removes
                            ? holder.body().path("tagTypeIds").get(0).asLong()
                            : any("tag-type").orElseThrow().id());
        } else if (path.contains("bookings/{id}")) {
            bound.put("id", any("booking").orElseThrow().id());
        }
        return bound;
    }

    private void child(Map<String, Long> bound, String kind, String variable, String field, String parent) {
        Row row = any(kind).orElseThrow();
        bound.put(variable, row.id());
        bound.put(parent, row.number(field));
    }

    private String query(Operation operation) {
        StringBuilder query = new StringBuilder();
        for (String name : operation.demanded()) {
            String value = switch (name) {
                case "technicianId" -> any("technician").orElseThrow().id() + "";
                case "appointmentId" -> any("appointment").orElseThrow().id() + "";
                case "ids" -> any("job").orElseThrow().id() + "";
                case "page", "pageSize" -> "20";
                default -> "true";
            };
            query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(value);
        }
        if (operation.path().endsWith("/contacts") && operation.query().containsKey("modifiedOnOrAfter")) {
            query.append("?modifiedOnOrAfter=2020-01-01&includeTotal=true");
        }
        if (operation.query().containsKey("path")) {
            query.append("?path=").append(uploaded(operation.module()));
        }
        if (operation.path().endsWith("leads/form")) {
            query.append("?id=1");
        }
        return query.toString();
    }

    private String uploaded(String module) {
        String path = module + "/" + UUID.randomUUID() + "/sample.jpg";
        store.write(ledger -> {
            ledger.keepFile(path, "image/jpeg", Bytes.of("a photo"));
            return path;
        });
        return path;
    }

    /** What cannot be guessed from the shape. */
    private void fit(Operation operation, ObjectNode body) {
        String key = operation.method() + " " + operation.path().replaceFirst(".*\\{tenant\\}/", "");
        switch (key) {
            case "POST jobs" -> {
                Row location = first(Search.of("location").active(true)).orElseThrow();
                body.put("locationId", location.id()).put("customerId", location.number("customerId"));
                body.put("priority", "High");
                body.remove(List.of("projectId", "bookingId", "leadId"));
            }
            case "POST booking-provider/{booking_provider}/bookings" ->
                body.putArray("contacts").addObject().put("type", "Phone").put("value", "5125550177");
            case "POST technicians", "PATCH technicians/{id}" -> body.put("licenseType", "ManagedTech");
            case "PATCH jobs/{id}" -> body.put("priority", "Low").remove(List.of("customerId", "locationId"));
            case "PUT jobs/{id}/cancel" ->
                body.put("reasonId", any("job-cancel-reason").orElseThrow().id());
            case "PUT jobs/{id}/hold", "PUT appointments/{id}/hold" ->
                body.put("reasonId", any("job-hold-reason").orElseThrow().id());
            case "POST memberships/sale" ->
                body.put("saleTaskId", any("membership-type").orElseThrow().number("saleTaskId"));
            case "POST purchase-orders", "PATCH purchase-orders/{id}" ->
                body.put("typeId", any("purchase-order-type").orElseThrow().id());
            case "POST receipts" -> {
                Row order = any("purchase-order").orElseThrow();
                body.put("purchaseOrderId", order.id());
                ObjectNode item = (ObjectNode) body.path("items").get(0);
                item.set("skuId", order.body().path("items").get(0).get("skuId"));
                item.remove("purchaseOrderItemId");
            }
            case "POST capacity" ->
                body.put("startsOnOrAfter", "2026-05-22T05:00:00Z").put("endsOnOrBefore", "2026-05-24T05:00:00Z");
            case "POST payments", "PATCH payments/{id}" -> {
                body.put("typeId", any("payment-type").orElseThrow().id());
                body.putArray("splits")
                        .addObject()
                        .put("invoiceId", any("invoice").orElseThrow().id())
                        .put("amount", 0.01);
            }
            case "PUT technician-skills" -> body.putArray("skillIds");
            case "PATCH technician-skills" ->
                body.putArray("skillIds").add(any("skill").orElseThrow().id());
            case "PATCH vendors/custom-fields",
                    "PATCH transfers/custom-fields",
                    "PATCH adjustments/custom-fields",
                    "PATCH returns/custom-fields",
                    "PATCH receipts/custom-fields",
                    "PATCH invoices/custom-fields",
                    "PATCH payments/custom-fields" -> {
                String segment = key.substring("PATCH ".length(), key.indexOf('/'));
                ((ObjectNode) body.path("operations").get(0))
                        .put(
                                "objectId",
                                any(kind(operation, segment)).orElseThrow().id());
            }
            case "PATCH pricebook" -> {
                for (String field : List.of("services", "materials", "equipment", "discountAndFees")) {
                    body.remove(field);
                }
            }
            case "PUT calls/{id}" -> {
                body.put("callType", "Booked");
                ((ObjectNode) body.path("reason"))
                        .put("name", any("call-reason").orElseThrow().text("name"));
                ((ObjectNode) body.path("customer"))
                        .put("id", any("customer").orElseThrow().id());
                ((ObjectNode) body.path("location"))
                        .put("id", any("location").orElseThrow().id());
            }
            case "PATCH projects/{id}" -> body.remove("jobIds");
            case "POST estimates" -> body.remove(List.of("projectId"));
            default -> {}
        }
        body.remove(List.of("soldById", "contactId", "partnerLeadCallId"));
    }

    private static Map<String, Search> picks() {
        Map<String, Search> picks = new HashMap<>();
        picks.put("PUT jobs/{id}/remove-cancellation", Search.of("job").equal("jobStatus", "Canceled"));
        picks.put("GET jobs/{id}/booked-log", Search.of("job").equal("jobStatus", "Completed"));
        picks.put(
                "DELETE appointments/{id}",
                Search.of("appointment").active(true).ending("appointmentNumber", "-2"));
        picks.put(
                "DELETE appointments/{id}/hold",
                Search.of("appointment").active(true).equal("status", "Hold"));
        picks.put("PUT estimates/{id}/sell", open());
        picks.put("PUT estimates/{id}/dismiss", open());
        picks.put("PUT estimates/{id}/unsell", Search.of("estimate").equal("status.name", "Sold"));
        picks.put("PUT estimates/{id}", open());
        picks.put("POST leads/{id}/dismiss", Search.of("lead").equal("status", "Open"));
        picks.put("PATCH purchase-orders/{id}", Search.of("purchase-order").equal("status", "Pending"));
        picks.put(
                "PATCH purchase-orders/{id}/cancellation",
                Search.of("purchase-order").equal("status", "Pending"));
        picks.put("GET calls/{id}/voicemail", Search.of("call").equal("callType", "Abandoned"));
        return picks;
    }

    private static Search open() {
        return Search.of("estimate").active(true).equal("status.name", "Open");
    }

    /** A document that can still be changed, the newest of its kind. */
    private Optional<Row> any(String kind) {
        Map<String, String[]> states = Map.of(
                "invoice", new String[] {"syncStatus", "Pending"},
                "job", new String[] {"jobStatus", "Scheduled"},
                "appointment", new String[] {"status", "Scheduled"},
                "booking", new String[] {"status", "New"},
                "lead", new String[] {"status", "Open"});
        Search all = Search.of(kind).active(true).orderBy("id", false);
        if (states.containsKey(kind)) {
            String[] state = states.get(kind);
            Optional<Row> best =
                    first(Search.of(kind).active(true).equal(state[0], state[1]).orderBy("id", false));
            return best.isPresent() ? best : first(all);
        }
        return first(all);
    }

    private Optional<Row> first(Search search) {
        return store.read(ledger -> ledger.first(search));
    }
}
