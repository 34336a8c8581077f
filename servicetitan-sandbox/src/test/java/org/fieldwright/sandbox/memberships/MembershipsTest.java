package org.fieldwright.sandbox.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.SeededShop;
import org.fieldwright.sandbox.store.Search;
import org.fieldwright.sandbox.store.Store;
import org.junit.jupiter.api.Test;

class MembershipsTest extends SeededShop {
    private long saleTask() {
        return new Store(database, clock)
                .read(ledger ->
                        ledger.first(Search.of("membership-type")).orElseThrow().number("saleTaskId"));
    }

    @Test
    void a_sale_makes_the_membership_its_visits_and_an_invoice() {
        JsonNode location = first("/crm/v2/~/locations");
        JsonNode sold = api.post(
                "/memberships/v2/~/memberships/sale",
                Caller.object("{'customerId':" + location.path("customerId").asLong() + ",'locationId':"
                        + location.path("id").asLong()
                        + ",'businessUnitId':" + firstId("/settings/v2/~/business-units") + ",'saleTaskId':"
                        + saleTask()
                        + ",'durationBillingId':1,'recurringServiceAction':'All'}"));

        long id = sold.path("customerMembershipId").asLong();
        assertThat(api.get("/memberships/v2/~/memberships/" + id).path("status").asText())
                .isEqualTo("Active");
        assertThat(api.get("/memberships/v2/~/recurring-services?membershipIds=" + id)
                        .path("data"))
                .hasSize(2);
        assertThat(first("/accounting/v2/~/invoices?ids="
                                + sold.path("invoiceId").asLong())
                        .path("invoiceConfiguration")
                        .asText())
                .isEqualTo("MembershipInvoice");
    }

    @Test
    void a_visit_that_is_due_is_marked_with_its_job_and_unmarked() {
        long event = firstId("/memberships/v2/~/recurring-service-events?status=NotAttempted");
        long job = book().path("id").asLong();
        String mark = "/memberships/v2/~/recurring-service-events/" + event;

        api.post(mark + "/mark-complete", Caller.object("{'jobId':" + job + "}"));

        JsonNode done = first("/memberships/v2/~/recurring-service-events?ids=" + event);
        assertThat(done.path("status").asText()).isEqualTo("Won");
        assertThat(done.path("jobId").asLong()).isEqualTo(job);
        api.post(mark + "/mark-incomplete", Caller.object("{'jobId':" + job + "}"));
        assertThat(first("/memberships/v2/~/recurring-service-events?ids=" + event)
                        .path("jobId")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_canceled_membership_remembers_what_it_was() {
        long id = firstId("/memberships/v2/~/memberships?status=Active");

        api.patch("/memberships/v2/~/memberships/" + id, Caller.object("{'status':'Canceled'}"));

        JsonNode last = api.get("/memberships/v2/~/memberships/" + id + "/status-changes")
                .get(1);
        assertThat(last.path("oldStatus").asText()).isEqualTo("Active");
        assertThat(last.path("newStatus").asText()).isEqualTo("Canceled");
    }
}
