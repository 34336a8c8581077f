package org.fieldwright.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.fieldwright.sandbox.accounting.Invoices;
import org.fieldwright.sandbox.accounting.Payments;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.jpm.Jobs;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;
import org.fieldwright.sandbox.telecom.Calls;

/** What dispatchers, bookkeepers and whoever answers the telephone do at their desks. */
final class Office {
    private Office() {}

    /** Somebody rang. */
    static Row call(World world, ObjectNode request) {
        long seconds = request.path("seconds").asLong(180);
        ObjectNode body = Json.object();
        body.put("receivedOn", world.now().minusSeconds(seconds).toString()).put("seconds", seconds);
        body.put("duration", duration(seconds));
        body.put("from", required(request, "from").replaceAll("\\D", ""));
        body.put("to", request.path("to").asText("5125550100").replaceAll("\\D", ""));
        body.put("direction", request.path("direction").asText("Inbound"));
        body.put("callType", request.path("callType").asText("Unbooked"));
        body.put("recordingUrl", "/recordings/" + world.ledger().nextNumber());
        body.put("sid", "SIM" + world.ledger().nextNumber());
        body.putArray("tags");
        if (Json.has(request, "reasonId")) {
            Row reason = world.named(
                    "call-reason", "reasonId", request.path("reasonId").asLong());
            body.set("reason", Calls.reason(reason));
        }
        named(world, request, body, "customer", "customerId");
        named(world, request, body, "campaign", "campaignId");
        named(world, request, body, "agent", "employeeId");
        Row call = world.add(Calls.KIND, body);
        Calls.tell(world, "tn.tlc.call-completed", call);
        return call;
    }

    private static void named(World world, ObjectNode request, ObjectNode body, String field, String idField) {
        String kind = field.equals("agent") ? "employee" : field;
        if (Json.has(request, idField)) {
            Row row = world.named(kind, idField, request.path(idField).asLong());
            body.putObject(field).put("id", row.id()).put("name", row.text("name"));
        } else if (field.equals("campaign")) {
            world.ledger()
                    .first(Search.of("campaign").active(true))
                    .ifPresent(row -> body.putObject(field).put("id", row.id()).put("name", row.text("name")));
        }
    }

    static String duration(long seconds) {
        Duration length = Duration.ofSeconds(seconds);
        return String.format(
                java.util.Locale.ROOT,
                "%02d:%02d:%02d",
                length.toHours(),
                length.toMinutesPart(),
                length.toSecondsPart());
    }

    /** A booking becomes a job, as only people can do it. The customer is one that exists. */
    static Row book(World world, Row booking, ObjectNode request) {
        ObjectNode job = request.deepCopy();
        for (String field : new String[] {"campaignId", "businessUnitId", "jobTypeId", "priority", "summary"}) {
            if (!Json.has(job, field) && Json.has(booking.body(), field)) {
                job.set(field, booking.body().get(field));
            }
        }
        if (!Json.has(job, "priority")) {
            job.put("priority", "Normal");
        }
        job.put("bookingId", booking.id());
        return Jobs.book(world, job);
    }

    /** Puts an invoice together with others of a day. */
    static Row batch(World world, Row invoice) {
        String number = String.valueOf(world.ledger().nextNumber());
        invoice.body()
                .putObject("batch")
                .put("id", world.ledger().nextId())
                .put("number", number)
                .put("name", "Batch " + number);
        Row saved = world.ledger().save(invoice);
        ObjectNode data = Json.object();
        data.set("invoice", saved.answer());
        world.tell("tn.acc.invoice-batched", data);
        return saved;
    }

    /** The customer paid. */
    static ObjectNode pay(World world, Row invoice, ObjectNode request) {
        ObjectNode payment = Json.object();
        JsonNode amount = Json.has(request, "amount")
                ? request.get("amount")
                : invoice.body().path("balance");
        long type = Json.has(request, "typeId")
                ? request.path("typeId").asLong()
                : world.ledger()
                        .first(Search.of("payment-type").active(true))
                        .orElseThrow()
                        .id();
        payment.put("typeId", type).set("amount", amount);
        payment.putArray("splits").addObject().put("invoiceId", invoice.id()).set("amount", amount);
        return Payments.receive(world, payment);
    }

    static Row post(World world, Row invoice) {
        return Invoices.post(world, invoice);
    }

    static String required(JsonNode request, String field) {
        if (!Json.has(request, field)) {
            throw Problem.bad(field, "The field " + field + " is required.");
        }
        return request.path(field).asText();
    }
}
