package org.fieldwright.sandbox.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.SeededShop;
import org.junit.jupiter.api.Test;

class EstimatesTest extends SeededShop {
    private JsonNode job;

    private JsonNode estimate() {
        job = book();
        return api.post(
                "/sales/v2/~/estimates",
                Caller.object("{'jobId':" + job.path("id").asLong() + ",'name':'Option A','items':[{'skuId':"
                        + firstId("/pricebook/v2/~/services") + ",'quantity':2}]}"));
    }

    private String path(JsonNode estimate, String action) {
        return "/sales/v2/~/estimates/" + estimate.path("id").asLong() + action;
    }

    @Test
    void an_estimate_takes_prices_from_the_pricebook_and_is_seen_on_its_job() {
        JsonNode price = first("/pricebook/v2/~/services").path("price");

        JsonNode estimate = estimate();

        assertThat(estimate.path("status").path("name").asText()).isEqualTo("Open");
        assertThat(estimate.path("items").get(0).path("unitRate").decimalValue())
                .isEqualByComparingTo(price.decimalValue());
        assertThat(estimate.path("subtotal").isNumber()).isTrue();
        assertThat(api.get("/jpm/v2/~/jobs/" + job.path("id").asLong())
                        .path("estimateIds")
                        .get(0))
                .isEqualTo(estimate.path("id"));
    }

    @Test
    void a_sold_estimate_cannot_be_sold_again_or_dismissed_but_unsold() {
        JsonNode estimate = estimate();
        var seller = Caller.object("{'soldBy':" + firstId("/settings/v2/~/technicians") + "}");

        JsonNode sold = api.put(path(estimate, "/sell"), seller);

        assertThat(sold.path("status").path("name").asText()).isEqualTo("Sold");
        assertThat(sold.path("soldOn").asText()).isNotEmpty();
        assertThat(refused("PUT", path(estimate, "/sell"), seller).status()).isEqualTo(400);
        assertThat(refused("PUT", path(estimate, "/dismiss"), null).status()).isEqualTo(400);
        api.put(path(estimate, "/unsell"), null);
        assertThat(api.get(path(estimate, "")).path("soldBy").isNull()).isTrue();
        assertThat(api.get("/sales/v2/~/status/estimates/" + estimate.path("id").asLong() + "/changes"))
                .hasSize(2);
    }

    @Test
    void a_completed_job_is_billed_by_what_was_sold() {
        JsonNode estimate = estimate();
        api.put(path(estimate, "/sell"), Caller.object("{'soldBy':" + firstId("/settings/v2/~/technicians") + "}"));

        api.desk("POST", "jobs/" + job.path("id").asLong() + "/complete", null);

        JsonNode invoice =
                first("/accounting/v2/~/invoices?jobId=" + job.path("id").asLong());
        assertThat(api.get("/jpm/v2/~/jobs/" + job.path("id").asLong())
                        .path("jobStatus")
                        .asText())
                .isEqualTo("Completed");
        assertThat(new java.math.BigDecimal(invoice.path("subTotal").asText()))
                .isEqualByComparingTo(estimate.path("subtotal").decimalValue());
    }
}
