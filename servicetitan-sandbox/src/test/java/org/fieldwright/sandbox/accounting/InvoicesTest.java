package org.fieldwright.sandbox.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.Sandbox;
import org.fieldwright.sandbox.SandboxSettings;
import org.fieldwright.sandbox.SeededShop;
import org.junit.jupiter.api.Test;

class InvoicesTest extends SeededShop {
    private long invoice;
    private long sku;

    private void bookOne() {
        invoice = book().path("invoiceId").asLong();
        sku = firstId("/pricebook/v2/~/services");
    }

    private JsonNode shown() {
        return first("/accounting/v2/~/invoices?ids=" + invoice);
    }

    private void put(String item) {
        api.patch("/accounting/v2/~/invoices/" + invoice + "/items", Caller.object(item));
    }

    @Test
    void an_item_fills_the_invoice_and_amounts_are_texts() {
        bookOne();

        put("{'skuId':" + sku + ",'description':'Done','quantity':2,'unitPrice':100}");

        JsonNode item = shown().path("items").get(0);
        assertThat(item.path("total").asText()).isEqualTo("200.00");
        assertThat(item.path("quantity").isTextual()).isTrue();
        assertThat(shown().path("subTotal").asText()).isEqualTo("200.00");
        assertThat(shown().path("salesTax").asText()).isEqualTo("16.50");
        assertThat(shown().path("total").asText()).isEqualTo("216.50");
        assertThat(shown().path("balance").asText()).isEqualTo("216.50");
    }

    @Test
    void the_same_item_twice_is_two_items_unless_its_id_is_given() {
        bookOne();
        put("{'skuId':" + sku + ",'description':'Done','quantity':1,'unitPrice':50}");
        put("{'skuId':" + sku + ",'description':'Done','quantity':1,'unitPrice':50}");
        long id = shown().path("items").get(0).path("id").asLong();

        put("{'id':" + id + ",'description':'Done better','quantity':3,'unitPrice':50}");

        assertThat(shown().path("items")).hasSize(2);
        assertThat(shown().path("subTotal").asText()).isEqualTo("200.00");
        api.delete("/accounting/v2/~/invoices/" + invoice + "/items/" + id);
        assertThat(shown().path("subTotal").asText()).isEqualTo("50.00");
    }

    @Test
    void the_feed_of_items_gives_each_item_with_its_invoice_also_a_deleted_one() {
        bookOne();
        String token = token();
        put("{'skuId':" + sku + ",'description':'Done','quantity':1,'unitPrice':50}");
        long id = shown().path("items").get(0).path("id").asLong();
        api.delete("/accounting/v2/~/invoices/" + invoice + "/items/" + id);

        JsonNode row = first("/accounting/v2/~/export/invoice-items?from=" + token);

        assertThat(row.path("invoiceId").asLong()).isEqualTo(invoice);
        assertThat(row.path("active").asBoolean()).isFalse();
    }

    private String token() {
        String token = "";
        JsonNode part;
        do {
            part = api.get("/accounting/v2/~/export/invoice-items?from=" + token);
            token = part.path("continueFrom").asText();
        } while (part.path("hasMore").asBoolean());
        return token;
    }

    @Test
    void a_payment_brings_the_balance_down_and_what_is_too_much_stays_unapplied() {
        bookOne();
        put("{'skuId':" + sku + ",'description':'Done','quantity':1,'unitPrice':100}");

        api.desk("POST", "invoices/" + invoice + "/payments", Caller.object("{'amount':108.25}"));

        JsonNode payment = first("/accounting/v2/~/payments?appliedToInvoiceIds=" + invoice);
        assertThat(shown().path("balance").asText()).isEqualTo("0.00");
        assertThat(payment.path("total").asText()).isEqualTo("108.25");
        assertThat(payment.path("appliedTo").get(0).path("appliedAmount").isTextual())
                .isTrue();
    }

    @Test
    void only_a_posted_invoice_is_exported_and_an_exported_one_is_closed() {
        bookOne();
        String export = "[{\"invoiceId\":" + invoice + ",\"externalId\":\"X1\"}]";

        JsonNode tooEarly = api.post("/accounting/v2/~/invoices/markasexported", export);
        api.desk("POST", "invoices/" + invoice + "/post", null);
        JsonNode inTime = api.post("/accounting/v2/~/invoices/markasexported", export);

        assertThat(tooEarly.get(0).path("success").asBoolean()).isFalse();
        assertThat(inTime.get(0).path("success").asBoolean()).isTrue();
        assertThat(refused(
                                "PATCH",
                                "/accounting/v2/~/invoices/" + invoice + "/items",
                                Caller.object("{'description':'late','quantity':1}"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_adjustment_is_an_invoice_of_its_own() {
        bookOne();

        JsonNode id = api.post(
                "/accounting/v2/~/invoices",
                Caller.object("{'adjustmentToId':" + invoice + ",'items':[{'skuId':" + sku
                        + ",'description':'Goodwill','quantity':1,'unitPrice':-20}]}"));

        JsonNode adjustment = first("/accounting/v2/~/invoices?ids=" + id.asLong());
        assertThat(adjustment.path("adjustmentToId").asLong()).isEqualTo(invoice);
        assertThat(adjustment.path("subTotal").asText()).isEqualTo("-20.00");
    }

    @Test
    void payments_are_taken_by_the_interface_only_when_switched_on() {
        bookOne();
        long type = firstId("/accounting/v2/~/payment-types");
        var request = Caller.object("{'typeId':" + type + ",'amount':5,'splits':[{'invoiceId':" + invoice
                + ",'amount':5}],'status':'Pending'}");
        SandboxSettings able = allCapabilities(settings());

        assertThat(refused("POST", "/accounting/v2/~/payments", request).status())
                .isEqualTo(404);
        JsonNode taken =
                new Caller(new Sandbox(database, able, clock), able).post("/accounting/v2/~/payments", request);
        assertThat(taken.path("splits").get(0).path("amount").decimalValue()).isEqualByComparingTo("5");
    }
}
