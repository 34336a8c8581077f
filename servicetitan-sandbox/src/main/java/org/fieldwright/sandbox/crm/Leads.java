package org.fieldwright.sandbox.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Notes;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** People who called without booking, to be called back. */
public final class Leads {
    private static final String KIND = "lead";

    private Leads() {}

    static void bind(Book.Chapter crm) {
        crm.list("leads", KIND, filters())
                .get("leads/{id}", KIND)
                .on(
                        "POST",
                        "leads",
                        work -> Result.of(create(work.world(), work.fields()).answer()))
                .on("PATCH", "leads/{id}", work -> {
                    Row lead = work.world().get(KIND, work.id("id"));
                    Bodies.merge(lead, work.fields());
                    return Result.of(changed(work.world(), lead).answer());
                })
                .on("POST", "leads/{id}/dismiss", Leads::dismiss)
                .on("POST", "leads/{id}/follow-up", Leads::followUp)
                .on("POST", "leads/form", Leads::form)
                .export("export/leads", KIND);
        Notes.bind(crm, "leads/{id}/notes", KIND);
    }

    private static Map<String, Filters.Filter> filters() {
        Map<String, Filters.Filter> filters = new HashMap<>();
        filters.put("isProspect", (search, work, value) -> {
            if (Boolean.parseBoolean(value)) {
                search.equal("isProspect", true);
            }
        });
        filters.put("withoutCustomer", (search, work, value) -> {
            if (Boolean.parseBoolean(value)) {
                search.equal("withoutCustomer", true);
            }
        });
        filters.put("isCaptureSourceForm", (search, work, value) -> {
            if (Boolean.parseBoolean(value)) {
                search.equal("captureSource", "Form");
            }
        });
        filters.put("customerCity", ofCustomer("address.city"));
        filters.put("customerState", ofCustomer("address.state"));
        filters.put("customerZip", ofCustomer("address.zip"));
        filters.put(
                "customerCreatedOnOrAfter",
                (search, work, value) -> search.pointing(
                        "customerId",
                        Search.of("customer").createdFrom(Filters.moment("customerCreatedOnOrAfter", value))));
        filters.put(
                "customerCreatedBefore",
                (search, work, value) -> search.pointing(
                        "customerId",
                        Search.of("customer").createdBefore(Filters.moment("customerCreatedBefore", value))));
        filters.put(
                "customerModifiedOnOrAfter",
                (search, work, value) -> search.pointing(
                        "customerId",
                        Search.of("customer").modifiedFrom(Filters.moment("customerModifiedOnOrAfter", value))));
        return filters;
    }

    private static Filters.Filter ofCustomer(String field) {
        return (search, work, value) ->
                search.pointing("customerId", Search.of("customer").containing(field, value));
    }

    /** Somebody is to be called back. */
    public static Row create(World world, ObjectNode request) {
        if (!Json.has(request, "callReasonId") && !Json.has(request, "followUpDate")) {
            throw Problem.bad("callReasonId", "Either a call reason or a date to follow up is required.");
        }
        ObjectNode body = Bodies.created(request);
        world.named("campaign", "campaignId", body.path("campaignId").asLong());
        if (Json.has(body, "customerId")) {
            world.named("customer", "customerId", body.path("customerId").asLong());
        }
        body.put("status", "Open");
        body.put("withoutCustomer", !Json.has(body, "customerId"));
        if (!Json.has(body, "priority")) {
            body.put("priority", "Normal");
        }
        Row lead = world.add(KIND, body);
        tell(world, "tn.crm.lead-created", lead);
        return lead;
    }

    private static Result dismiss(Work work) {
        Row lead = work.world().get(KIND, work.id("id"));
        if (!lead.text("status").equals("Open")) {
            throw Problem.bad("id", "The lead is not open any more.");
        }
        lead.body().put("status", "Dismissed");
        lead.body()
                .put(
                        "dismissingReasonId",
                        work.fields().path("dismissingReasonId").asLong());
        changed(work.world(), lead);
        return Result.nothing();
    }

    private static Result followUp(Work work) {
        Row lead = work.world().get(KIND, work.id("id"));
        ObjectNode request = work.fields();
        lead.body().set("followUpDate", request.get("followUpDate"));
        if (Json.has(request, "text")) {
            Notes.write(
                    work.world(),
                    lead,
                    request.path("text").asText(),
                    request.path("pinToTop").asBoolean(),
                    World.API_USER);
        }
        changed(work.world(), lead);
        return Result.of(request.deepCopy().put("leadId", lead.id()));
    }

    private static Result form(Work work) {
        ObjectNode request = work.fields();
        ObjectNode lead = Json.object();
        lead.put("leadCustomerName", request.path("name").asText());
        lead.put("leadPhone", request.path("phoneNumber").asText());
        lead.put("leadEmail", request.path("email").asText());
        for (String part : new String[] {"Street", "Unit", "City", "State", "Zip", "Country"}) {
            String name = part.toLowerCase(java.util.Locale.ROOT);
            if (request.path("address").hasNonNull(name)) {
                lead.put("lead" + part, request.path("address").path(name).asText());
            }
        }
        lead.put("summary", request.path("summary").asText());
        lead.put("captureSource", "Form");
        lead.put("followUpDate", work.world().now().toString());
        Row campaign = work.ledger()
                .first(Search.of("campaign").active(true))
                .orElseThrow(() -> Problem.bad("id", "There is no campaign for the form."));
        lead.put("campaignId", campaign.id());
        return Result.of(Json.object().put("leadId", create(work.world(), lead).id()));
    }

    /** A lead has become a job. */
    public static void convert(World world, long id) {
        Row lead = world.named(KIND, "leadId", id);
        lead.body().put("status", "Converted");
        changed(world, lead);
    }

    private static Row changed(World world, Row lead) {
        Row saved = world.ledger().save(lead);
        tell(world, "tn.crm.lead-updated", saved);
        return saved;
    }

    private static void tell(World world, String type, Row lead) {
        ObjectNode model = lead.answer();
        model.set("customerName", model.get("leadCustomerName"));
        model.set("phone", model.get("leadPhone"));
        model.set("email", model.get("leadEmail"));
        ObjectNode data = Json.object();
        data.set("lead", model);
        world.tell(type, data);
    }
}
