package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Jobs, appointments, job types. */
@Path("/jpm/v2/tenant/{tenant}")
interface JobsApi extends ModuleApi {
    @POST
    @Path("jobs")
    JsonObject createJob(@PathParam("tenant") long tenant, JsonObject job);

    @GET
    @Path("jobs")
    JsonObject jobsWithKey(
            @PathParam("tenant") long tenant,
            @QueryParam("externalDataApplicationGuid") String application,
            @QueryParam("externalDataKey") String key,
            @QueryParam("externalDataValues") String value);

    @GET
    @Path("jobs")
    JsonObject jobsBeginning(
            @PathParam("tenant") long tenant,
            @QueryParam("locationId") long locationId,
            @QueryParam("jobTypeId") long jobTypeId,
            @QueryParam("firstAppointmentStartsOnOrAfter") String startsOnOrAfter,
            @QueryParam("firstAppointmentStartsBefore") String startsBefore,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);

    @PATCH
    @Path("jobs/{id}")
    JsonObject changeJob(@PathParam("tenant") long tenant, @PathParam("id") long id, JsonObject change);

    @GET
    @Path("jobs/{id}/notes")
    JsonObject notes(
            @PathParam("tenant") long tenant,
            @PathParam("id") long id,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);

    @POST
    @Path("jobs/{id}/notes")
    JsonObject addNote(@PathParam("tenant") long tenant, @PathParam("id") long id, JsonObject note);

    /** Not listed any more: behind a switch. */
    @PUT
    @Path("jobs/{id}/complete")
    Response complete(@PathParam("tenant") long tenant, @PathParam("id") long id, JsonObject completion);

    /** Not listed any more: behind a switch. */
    @PUT
    @Path("jobs/{id}/hold")
    Response hold(@PathParam("tenant") long tenant, @PathParam("id") long id, JsonObject hold);
}
