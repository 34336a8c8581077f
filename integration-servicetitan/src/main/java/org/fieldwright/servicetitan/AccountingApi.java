package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Invoices, payments, taxes. */
@Path("/accounting/v2/tenant/{tenant}")
interface AccountingApi extends ModuleApi {
    /** One item: changed when it has an id, added when it has none. */
    @PATCH
    @Path("invoices/{invoice}/items")
    Response putItem(@PathParam("tenant") long tenant, @PathParam("invoice") long invoiceId, JsonObject item);

    @DELETE
    @Path("invoices/{invoice}/items/{item}")
    Response removeItem(
            @PathParam("tenant") long tenant, @PathParam("invoice") long invoiceId, @PathParam("item") long itemId);
}
