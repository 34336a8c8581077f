package org.fieldwright.sandbox.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.SeededShop;
import org.junit.jupiter.api.Test;

class BookingsAndLeadsTest extends SeededShop {
    private static final String MINE = "/crm/v2/~/booking-provider/55/bookings";

    private JsonNode booking() {
        return api.post(
                MINE,
                Caller.object("{'source':'Web','name':'Ada Brand','summary':'No hot water','isFirstTimeClient':true,"
                        + "'externalId':'web-1','contacts':[{'type':'Phone','value':'5125550123'}]}"));
    }

    @Test
    void a_booking_waits_as_new_and_only_its_provider_sees_it_as_its_own() {
        long id = booking().path("id").asLong();

        assertThat(api.get("/crm/v2/~/bookings/" + id).path("status").asText()).isEqualTo("New");
        assertThat(ids(api.get(MINE + "?externalId=web-1"))).containsExactly(id);
        assertThat(ids(api.get("/crm/v2/~/booking-provider/56/bookings"))).isEmpty();
        assertThat(refused("GET", "/crm/v2/~/booking-provider/56/bookings/" + id, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_person_books_it_and_after_that_nobody_dismisses_it() {
        long id = booking().path("id").asLong();
        ObjectNode request = jobRequest();

        JsonNode job = api.desk("POST", "bookings/" + id + "/book", request);

        JsonNode booking = api.get("/crm/v2/~/bookings/" + id);
        assertThat(booking.path("status").asText()).isEqualTo("Converted");
        assertThat(booking.path("jobId")).isEqualTo(job.path("id"));
        assertThat(refused("POST", MINE + "/" + id + "/dismiss", Caller.object("{}"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_lead_needs_a_reason_or_a_day_and_becomes_a_job_once() {
        long campaign = firstId("/marketing/v2/~/campaigns");
        ObjectNode lead = Caller.object("{'campaignId':" + campaign + ",'summary':'Wants a price'}");

        assertThat(refused("POST", "/crm/v2/~/leads", lead).status()).isEqualTo(400);
        long id = api.post("/crm/v2/~/leads", lead.put("followUpDate", "2026-05-28"))
                .path("id")
                .asLong();
        api.post("/jpm/v2/~/jobs", jobRequest().put("leadId", id));

        assertThat(api.get("/crm/v2/~/leads/" + id).path("status").asText()).isEqualTo("Converted");
        assertThat(refused("POST", "/crm/v2/~/leads/" + id + "/dismiss", Caller.object("{'dismissingReasonId':1}"))
                        .status())
                .isEqualTo(400);
    }
}
