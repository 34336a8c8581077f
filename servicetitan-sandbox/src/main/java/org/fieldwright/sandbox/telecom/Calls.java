package org.fieldwright.sandbox.telecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Bytes;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** The module {@code /telecom}: the same calls in three forms. */
public final class Calls {
    public static final String KIND = "call";

    private Calls() {}

    public static void bind(Book book) {
        book.dress(KIND, (world, calls) -> calls.forEach(Calls::nest));
        book.chapter("/telecom/v3").list("calls", KIND, filters());
        book.chapter("/telecom/v2")
                .list("calls", KIND, filters())
                .showing("GET", "calls", Calls::nameAll)
                .get("calls/{id}", KIND)
                .showing("GET", "calls/{id}", Calls::nameAll)
                .on("PUT", "calls/{id}", Calls::classify)
                .on("GET", "calls/{id}/recording", work -> sound(work, "recordingUrl"))
                .on("GET", "calls/{id}/voicemail", work -> sound(work, "voiceMailUrl"))
                .export("export/calls", KIND)
                .showing("GET", "export/calls", Calls::flatten);
    }

    /** In lists the call itself is within, and around it what it led to. */
    private static void nest(ObjectNode call) {
        ObjectNode inner = call.deepCopy();
        call.set("leadCall", inner);
        call.set("type", call.get("jobType"));
        call.put("projectId", call.path("projectId").asLong());
    }

    /** In the feed the call is flat, and its type is what became of it. */
    private static void flatten(ObjectNode call) {
        call.set("type", call.get("callType"));
        call.put("status", "Completed");
        call.set("voiceMailPath", call.get("voiceMailUrl"));
    }

    /** The older list knows no call without a business unit, a campaign or a type: it names them so. */
    private static void nameAll(ObjectNode call) {
        ObjectNode inner = (ObjectNode) call.get("leadCall");
        for (String field : List.of("reason", "customer", "campaign", "createdBy", "agent")) {
            orNone(inner, field);
        }
        orNone(call, "businessUnit");
        orNone(call, "type");
    }

    private static void orNone(ObjectNode holder, String field) {
        if (!Json.has(holder, field)) {
            holder.putObject(field).put("id", 0).put("name", "None");
        }
    }

    private static Map<String, Filters.Filter> filters() {
        Map<String, Filters.Filter> filters = new HashMap<>();
        filters.put("campaignId", (search, work, value) -> search.equal("campaign.id", value));
        filters.put("agentId", (search, work, value) -> search.equal("agent.id", value));
        filters.put("agentName", (search, work, value) -> search.containing("agent.name", value));
        filters.put("agentExternalId", (search, work, value) -> search.equal("agent.externalId", value));
        filters.put("agentIsExternal", (search, work, value) -> {
            if (Boolean.parseBoolean(value)) {
                search.atLeast("agent.externalId", BigDecimal.ONE);
            }
        });
        filters.put("minDuration", (search, work, value) -> search.atLeast("seconds", new BigDecimal(value)));
        filters.put("phoneNumberCalled", (search, work, value) -> search.digits("to", value.replaceAll("\\D", "")));
        filters.put("callerPhoneNumber", (search, work, value) -> search.digits("from", value.replaceAll("\\D", "")));
        filters.put("sid", (search, work, value) -> search.equal("sid", value));
        filters.put("tag", (search, work, value) -> search.havingMember("tags", "typeName", List.of(value)));
        return filters;
    }

    private static Result classify(Work work) {
        World world = work.world();
        Row call = world.get(KIND, work.id("id"));
        ObjectNode request = work.fields();
        ObjectNode body = call.body();
        if (Json.has(request, "callType")) {
            body.set("callType", request.get("callType"));
        }
        body.set("excuseMemo", request.get("excuseMemo"));
        if (Json.has(request, "campaignId")) {
            name(
                    body,
                    "campaign",
                    world.named(
                            "campaign", "campaignId", request.path("campaignId").asLong()));
        }
        if (Json.has(request, "jobId")) {
            Row job = world.named("job", "jobId", request.path("jobId").asLong());
            body.put("jobNumber", job.text("jobNumber"));
            body.putObject("job").put("id", job.id()).put("number", job.text("jobNumber"));
            job.body().put("leadCallId", call.id());
            world.ledger().save(job);
        }
        known(world, request, body, "customer");
        known(world, request, body, "location");
        reason(world, request.path("reason"), body);
        Row saved = world.ledger().save(call);
        tell(world, "tn.tlc.call-updated", saved);
        return Result.of(saved.answer());
    }

    private static void known(World world, ObjectNode request, ObjectNode body, String kind) {
        long id = request.path(kind).path("id").asLong();
        if (id > 0) {
            name(body, kind, world.named(kind, kind + ".id", id));
        }
    }

    private static void reason(World world, JsonNode wanted, ObjectNode body) {
        String name = wanted.path("name").asText("");
        if (!name.isEmpty()) {
            Row reason = world.ledger()
                    .first(Search.of("call-reason").active(true).equal("name", name))
                    .orElseThrow(() -> Problem.bad("reason.name", "There is no call reason " + name + "."));
            body.set("reason", reason(reason));
        }
    }

    /** A call reason as calls show it. */
    public static ObjectNode reason(Row reason) {
        return Json.object()
                .put("id", reason.id())
                .put("name", reason.text("name"))
                .put("lead", reason.body().path("isLead").asBoolean())
                .put("active", reason.active());
    }

    private static void name(ObjectNode body, String field, Row row) {
        body.putObject(field).put("id", row.id()).put("name", row.text("name"));
    }

    private static Result sound(Work work, String field) {
        Row call = work.world().get(KIND, work.id("id"));
        if (!Json.has(call.body(), field)) {
            throw Problem.missing("recording of the call", call.id());
        }
        return new Result.File(
                "application/octet-stream",
                Bytes.of(("RIFF simulated sound of call " + call.id()).getBytes(StandardCharsets.US_ASCII)));
    }

    public static void tell(World world, String type, Row call) {
        ObjectNode data = Json.object();
        data.set("call", world.dressed(call));
        world.tell(type, data);
    }
}
