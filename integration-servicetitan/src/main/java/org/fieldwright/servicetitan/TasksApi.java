package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** Tasks of the office. */
@Path("/taskmanagement/v2/tenant/{tenant}")
interface TasksApi extends ModuleApi {
    @POST
    @Path("tasks")
    JsonObject createTask(@PathParam("tenant") long tenant, JsonObject task);

    @GET
    @Path("tasks")
    JsonObject tasks(
            @PathParam("tenant") long tenant,
            @QueryParam("name") String name,
            @QueryParam("reportedById") long reportedById,
            @QueryParam("jobId") Long jobId,
            @QueryParam("customerId") Long customerId,
            @QueryParam("active") String active,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);
}
