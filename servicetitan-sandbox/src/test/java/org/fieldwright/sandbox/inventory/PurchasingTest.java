package org.fieldwright.sandbox.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.SeededShop;
import org.junit.jupiter.api.Test;

class PurchasingTest extends SeededShop {
    private long order(long part) {
        String address = "{'street':'1 A','unit':'','city':'Austin','state':'TX','zip':'78704','country':'USA'}";
        return api.post(
                        "/inventory/v2/~/purchase-orders",
                        Caller.object("{'vendorId':" + firstId("/inventory/v2/~/vendors") + ",'typeId':"
                                + firstId("/inventory/v2/~/purchase-order-types") + ",'businessUnitId':"
                                + firstId("/settings/v2/~/business-units") + ",'inventoryLocationId':"
                                + firstId("/inventory/v2/~/warehouses") + ",'shipTo':{'description':'','address':"
                                + address
                                + "},'impactsTechnicianPayroll':false,'date':'2026-05-21','requiredOn':'2026-05-25','tax':1.5,"
                                + "'shipping':8.5,'items':[{'skuId':" + part
                                + ",'description':'','vendorPartNumber':'','quantity':10,"
                                + "'cost':3}]}"))
                .path("id")
                .asLong();
    }

    private void receive(long order, long part, int quantity) {
        api.post(
                "/inventory/v2/~/receipts",
                Caller.object("{'purchaseOrderId':" + order
                        + ",'dateReceived':'2026-05-22','tax':0,'shipping':0,'items':[{'skuId':" + part + ",'quantity':"
                        + quantity + ",'cost':3}]}"));
    }

    @Test
    void an_order_knows_what_it_costs_and_how_much_of_it_has_come() {
        long part = firstId("/pricebook/v2/~/materials");
        long id = order(part);

        receive(id, part, 4);
        String some = order(id, "status").asText();
        receive(id, part, 6);

        assertThat(order(id, "total").decimalValue()).isEqualByComparingTo("40");
        assertThat(some).isEqualTo("PartiallyReceived");
        assertThat(order(id, "status").asText()).isEqualTo("Received");
        assertThat(ids(api.get("/inventory/v2/~/receipts?purchaseOrderIds=" + id)))
                .hasSize(2);
        assertThat(refused("PATCH", "/inventory/v2/~/purchase-orders/" + id + "/cancellation", Caller.object("{}"))
                        .status())
                .isEqualTo(400);
    }

    private JsonNode order(long id, String field) {
        return api.get("/inventory/v2/~/purchase-orders/" + id).path(field);
    }

    @Test
    void what_goes_back_to_the_vendor_is_a_return_and_a_canceled_one_is_inactive() {
        long part = firstId("/pricebook/v2/~/materials");
        long id = api.post(
                        "/inventory/v2/~/returns",
                        Caller.object("{'vendorId':" + firstId("/inventory/v2/~/vendors")
                                + ",'returnTypeId':1,'businessUnitId':"
                                + firstId("/settings/v2/~/business-units") + ",'inventoryLocationId':"
                                + firstId("/inventory/v2/~/warehouses")
                                + ",'returnDate':'2026-05-21','tax':0,'shipping':0,'restockingFee':2,'items':[{'skuId':"
                                + part
                                + ",'quantity':2,'cost':5}]}"))
                .path("id")
                .asLong();

        JsonNode made = first("/inventory/v2/~/returns?ids=" + id);
        api.patch("/inventory/v2/~/returns/" + id + "/cancellation", Caller.object("{'canceledReason':'Accidental'}"));

        assertThat(made.path("returnAmount").decimalValue()).isEqualByComparingTo("8");
        assertThat(first("/inventory/v2/~/returns?active=False&ids=" + id)
                        .path("status")
                        .asText())
                .isEqualTo("Canceled");
    }
}
