package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Memberships and the visits that they promise. */
@Path("/memberships/v2/tenant/{tenant}")
interface MembershipsApi extends ModuleApi {
    /**
     * Says whether a visit was made.
     *
     * @param mark {@code mark-complete} or {@code mark-incomplete}
     */
    @POST
    @Path("recurring-service-events/{id}/{mark}")
    JsonObject mark(
            @PathParam("tenant") long tenant, @PathParam("id") long id, @PathParam("mark") String mark, JsonObject job);
}
