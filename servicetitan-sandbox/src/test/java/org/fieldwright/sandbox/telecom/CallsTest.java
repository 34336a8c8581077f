package org.fieldwright.sandbox.telecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.SeededShop;
import org.junit.jupiter.api.Test;

class CallsTest extends SeededShop {
    @Test
    void a_call_that_came_in_is_seen_in_the_list_the_single_view_and_the_feed() {
        JsonNode call = api.desk("POST", "calls", Caller.object("{'from':'(512) 555-0111','seconds':95}"));
        long id = call.path("id").asLong();

        JsonNode listed = first("/telecom/v3/~/calls?ids=" + id);
        JsonNode single = api.get("/telecom/v2/~/calls/" + id);

        assertThat(listed.path("leadCall").path("duration").asText()).isEqualTo("00:01:35");
        assertThat(listed.path("leadCall").path("callType").asText()).isEqualTo("Unbooked");
        assertThat(single.path("leadCall").path("from").asText()).isEqualTo("5125550111");
        assertThat(ids(api.get("/telecom/v3/~/calls?callerPhoneNumber=5125550111&minDuration=90")))
                .contains(id);
        assertThat(api.call("GET", "/telecom/v2/~/calls/" + id + "/recording", null)
                        .headers()
                        .get("Content-Type"))
                .isEqualTo("application/octet-stream");
    }

    @Test
    void a_classified_call_belongs_to_its_job() {
        long id = api.desk("POST", "calls", Caller.object("{'from':'5125550111'}"))
                .path("id")
                .asLong();
        JsonNode job = book();
        String address = "{'street':'','unit':'','country':'','city':'','state':'','zip':''}";
        String customer =
                "{'id':" + job.path("customerId").asLong() + ",'name':'','address':" + address + ",'contacts':[]}";
        String location =
                "{'id':" + job.path("locationId").asLong() + ",'name':'','address':" + address + ",'contacts':[]}";

        api.put(
                "/telecom/v2/~/calls/" + id,
                Caller.object("{'callType':'Booked','jobId':" + job.path("id").asLong()
                        + ",'excuseMemo':'','reason':{'name':" + "'Service request','lead':true},'customer':" + customer
                        + ",'location':" + location + ",'tag':''}"));

        assertThat(first("/telecom/v3/~/calls?ids=" + id).path("jobNumber")).isEqualTo(job.path("jobNumber"));
        assertThat(api.get("/jpm/v2/~/jobs/" + job.path("id").asLong())
                        .path("leadCallId")
                        .asLong())
                .isEqualTo(id);
    }
}
