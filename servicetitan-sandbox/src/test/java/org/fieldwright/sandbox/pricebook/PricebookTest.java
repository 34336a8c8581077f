package org.fieldwright.sandbox.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.SeededShop;
import org.fieldwright.sandbox.door.Answer;
import org.junit.jupiter.api.Test;

class PricebookTest extends SeededShop {
    @Test
    void a_new_service_answers_201_and_its_code_is_used_once() {
        var request = Caller.object("{'code':'NEW-1','description':'New','price':99.5,'categories':["
                + firstId("/pricebook/v2/~/categories?categoryType=Services") + "]}");

        Answer made = api.call("POST", "/pricebook/v2/~/services", request);

        assertThat(made.status()).isEqualTo(201);
        assertThat(Caller.json(made).path("categories").get(0).path("name").asText())
                .isEqualTo("HVAC services");
        assertThat(refused("POST", "/pricebook/v2/~/services", request).status())
                .isEqualTo(400);
    }

    @Test
    void search_text_finds_by_code_name_and_description() {
        JsonNode found = api.get("/pricebook/v2/~/services?searchText=run%20capacitor&pageSize=100");

        assertThat(found.path("data")).isNotEmpty();
        assertThat(found.path("data").findValuesAsText("displayName")).allMatch(name -> name.contains("run capacitor"));
    }

    @Test
    void a_service_names_the_parts_that_go_with_it() {
        JsonNode service = first("/pricebook/v2/~/services?searchText=CAPR-1");

        long part = service.path("serviceMaterials").get(0).path("skuId").asLong();

        assertThat(api.get("/pricebook/v2/~/materials/" + part)
                        .path("displayName")
                        .asText())
                .contains("capacitor");
    }

    @Test
    void a_deleted_material_answers_204_and_stays_in_the_feed_as_inactive() {
        long id = firstId("/pricebook/v2/~/materials");

        Answer deleted = api.call("DELETE", "/pricebook/v2/~/materials/" + id, null);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body().length()).isZero();
        assertThat(api.get("/pricebook/v2/~/materials/" + id).path("active").asBoolean())
                .isFalse();
    }

    @Test
    void an_image_is_kept_and_fetched_by_a_temporary_address_an_empty_one_is_refused() {
        var form = api.headers("image/png");

        Answer kept = api.send("POST", "/pricebook/v2/~/images", form, "picture");
        String path = Caller.json(kept).path("path").asText();
        Answer moved = api.call("GET", "/pricebook/v2/~/images?path=" + path, null);

        assertThat(kept.status()).isEqualTo(201);
        assertThat(moved.status()).isEqualTo(302);
        assertThat(api.send("GET", moved.headers().get("Location"), java.util.Map.of(), null)
                        .body()
                        .text())
                .isEqualTo("picture");
        assertThat(api.send("POST", "/pricebook/v2/~/images", form, "").status())
                .isEqualTo(400);
    }
}
