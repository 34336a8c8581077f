package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Estimates. */
@Path("/sales/v2/tenant/{tenant}")
interface SalesApi extends ModuleApi {
    @POST
    @Path("estimates")
    JsonObject createEstimate(@PathParam("tenant") long tenant, JsonObject estimate);

    @GET
    @Path("estimates")
    JsonObject estimates(
            @PathParam("tenant") long tenant,
            @QueryParam("jobId") long jobId,
            @QueryParam("active") String active,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);

    @PUT
    @Path("estimates/{id}/sell")
    JsonObject sell(@PathParam("tenant") long tenant, @PathParam("id") long id, JsonObject sale);

    @PUT
    @Path("estimates/{id}/dismiss")
    Response dismiss(@PathParam("tenant") long tenant, @PathParam("id") long id);
}
