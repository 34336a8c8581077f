package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** Who goes where. */
@Path("/dispatch/v2/tenant/{tenant}")
interface DispatchApi extends ModuleApi {
    @GET
    @Path("appointment-assignments")
    JsonObject assignments(
            @PathParam("tenant") long tenant,
            @QueryParam("appointmentIds") String appointmentIds,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);

    @POST
    @Path("appointment-assignments/assign-technicians")
    JsonObject assign(@PathParam("tenant") long tenant, JsonObject assignment);

    @POST
    @Path("appointment-assignments/unassign-technicians")
    JsonObject unassign(@PathParam("tenant") long tenant, JsonObject assignment);
}
