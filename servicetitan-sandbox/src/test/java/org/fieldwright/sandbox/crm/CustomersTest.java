package org.fieldwright.sandbox.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.SeededShop;
import org.junit.jupiter.api.Test;

class CustomersTest extends SeededShop {
    private static final String ADDRESS =
            "{'street':'1 New Road','city':'Austin','state':'TX','zip':'78704','country':'USA'}";

    private JsonNode create(String phone) {
        return api.post(
                "/crm/v2/~/customers",
                Caller.object(
                        "{'name':'Ada Brand','address':" + ADDRESS + ",'contacts':[{'type':'MobilePhone','value':'"
                                + phone + "'}],'locations':[{'name':'Ada at home','address':" + ADDRESS + "}],"
                                + "'externalData':{'applicationGuid':'11111111-2222-3333-4444-555555555555',"
                                + "'externalData':[{'key':'fieldwright','value':'effect-7'}]}}"));
    }

    @Test
    void a_new_customer_comes_with_locations_contacts_and_the_zone_of_its_zip() {
        JsonNode customer = create("(512) 555-0199");

        assertThat(customer.path("type").asText()).isEqualTo("Residential");
        assertThat(customer.path("contacts")).hasSize(1);
        assertThat(customer.path("locations").get(0).path("zoneId").asLong()).isPositive();
        assertThat(customer.path("locations").get(0).path("customerId")).isEqualTo(customer.path("id"));
    }

    @Test
    void a_customer_without_a_location_is_refused_field_by_field() {
        var answer = refused(
                "POST",
                "/crm/v2/~/customers",
                Caller.object("{'name':'Nobody','locations':[],'address':" + ADDRESS + "}"));
        var unknown = refused("POST", "/crm/v2/~/customers", Caller.object("{'nmae':'Nobody'}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Caller.json(answer).path("errors").has("locations")).isTrue();
        assertThat(Caller.json(unknown).path("errors").has("nmae")).isTrue();
        assertThat(Caller.json(unknown).path("errors").has("name")).isTrue();
    }

    @Test
    void the_phone_filter_finds_a_number_however_it_is_written() {
        JsonNode customer = create("512-555-0199");

        for (String written : new String[] {"5125550199", "%2B15125550199", "(512)%20555-0199"}) {
            assertThat(ids(api.get("/crm/v2/~/customers?pageSize=5000&phone=" + written)))
                    .contains(customer.path("id").asLong());
        }
        assertThat(ids(api.get("/crm/v2/~/customers?phone=2025550000"))).isEmpty();
    }

    @Test
    void a_customer_is_not_modified_when_only_a_contact_changes() {
        JsonNode customer = create("5125550123");
        long id = customer.path("id").asLong();
        clock.advance(Duration.ofMinutes(10));

        api.post(
                "/crm/v2/~/customers/" + id + "/contacts",
                Caller.object("{'type':'Email','value':'ada@mail.example'}"));

        assertThat(api.get("/crm/v2/~/customers/" + id).path("modifiedOn")).isEqualTo(customer.path("modifiedOn"));
        assertThat(ids(api.get("/crm/v2/~/customers/contacts?modifiedOnOrAfter=2026-05-21T15:05:00Z")))
                .hasSize(1);
    }

    @Test
    void all_contacts_at_once_want_to_know_whose_or_since_when() {
        assertThat(refused("GET", "/crm/v2/~/customers/contacts", null).status())
                .isEqualTo(400);
    }

    @Test
    void external_data_is_found_and_shown_only_by_the_application_that_wrote_it() {
        long id = create("5125550123").path("id").asLong();
        String mine = "externalDataApplicationGuid=11111111-2222-3333-4444-555555555555";

        JsonNode found =
                api.get("/crm/v2/~/customers?" + mine + "&externalDataKey=fieldwright&externalDataValues=effect-7");

        assertThat(ids(found)).containsExactly(id);
        assertThat(found.path("data")
                        .get(0)
                        .path("externalData")
                        .get(0)
                        .path("value")
                        .asText())
                .isEqualTo("effect-7");
        assertThat(api.get("/crm/v2/~/customers/" + id).path("externalData")).isEmpty();
        assertThat(api.desk("GET", "effects", null)).hasSize(1);
    }

    @Test
    void a_patch_changes_only_what_it_names() {
        long id = create("5125550123").path("id").asLong();

        JsonNode patched = api.patch("/crm/v2/~/customers/" + id, Caller.object("{'doNotMail':true}"));

        assertThat(patched.path("doNotMail").asBoolean()).isTrue();
        assertThat(patched.path("name").asText()).isEqualTo("Ada Brand");
    }

    @Test
    void a_tag_is_there_once_and_can_be_taken_away_once() {
        long id = create("5125550123").path("id").asLong();
        String tag = "/crm/v2/~/customers/" + id + "/tags/" + firstId("/settings/v2/~/tag-types");

        api.post(tag, null);

        assertThat(refused("POST", tag, null).status()).isEqualTo(409);
        api.delete(tag);
        assertThat(refused("DELETE", tag, null).status()).isEqualTo(404);
    }

    @Test
    void after_a_merge_the_old_record_is_inactive_says_where_to_and_its_jobs_moved() {
        JsonNode job = book();
        long old = job.path("customerId").asLong();
        long kept = create("5125550123").path("id").asLong();

        api.desk("POST", "customers/" + old + "/merge", Caller.object("{'into':" + kept + "}"));

        JsonNode merged = api.get("/crm/v2/~/customers/" + old);
        assertThat(merged.path("active").asBoolean()).isFalse();
        assertThat(merged.path("mergedToId").asLong()).isEqualTo(kept);
        assertThat(api.get("/jpm/v2/~/jobs/" + job.path("id").asLong())
                        .path("customerId")
                        .asLong())
                .isEqualTo(kept);
        assertThat(ids(api.get("/crm/v2/~/customers?pageSize=5000"))).doesNotContain(old);
        assertThat(ids(api.get("/crm/v2/~/customers?pageSize=5000&active=Any"))).contains(old);
    }
}
