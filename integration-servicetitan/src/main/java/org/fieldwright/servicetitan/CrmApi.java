package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Customers, locations, bookings, leads. */
@Path("/crm/v2/tenant/{tenant}")
interface CrmApi extends ModuleApi {
    @POST
    @Path("customers")
    JsonObject createCustomer(@PathParam("tenant") long tenant, JsonObject customer);

    @POST
    @Path("locations")
    JsonObject createLocation(@PathParam("tenant") long tenant, JsonObject location);

    /**
     * Those that carry a key of ours.
     *
     * @param things {@code customers} or {@code locations}
     */
    @GET
    @Path("{things}")
    JsonObject withKey(
            @PathParam("tenant") long tenant,
            @PathParam("things") String things,
            @QueryParam("externalDataApplicationGuid") String application,
            @QueryParam("externalDataKey") String key,
            @QueryParam("externalDataValues") String value,
            @QueryParam("active") String active);

    @GET
    @Path("customers")
    JsonObject customersNamed(
            @PathParam("tenant") long tenant,
            @QueryParam("name") String name,
            @QueryParam("zip") String zip,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);

    @GET
    @Path("locations")
    JsonObject locationsNamed(
            @PathParam("tenant") long tenant,
            @QueryParam("customerId") long customerId,
            @QueryParam("name") String name,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);

    @POST
    @Path("booking-provider/{provider}/bookings")
    JsonObject createBooking(
            @PathParam("tenant") long tenant, @PathParam("provider") String provider, JsonObject booking);

    @GET
    @Path("booking-provider/{provider}/bookings")
    JsonObject bookings(
            @PathParam("tenant") long tenant,
            @PathParam("provider") String provider,
            @QueryParam("externalId") String externalId);

    /**
     * A page of notes.
     *
     * @param things {@code customers} or {@code locations}
     */
    @GET
    @Path("{things}/{id}/notes")
    JsonObject notes(
            @PathParam("tenant") long tenant,
            @PathParam("things") String things,
            @PathParam("id") long id,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);

    @POST
    @Path("{things}/{id}/notes")
    JsonObject addNote(
            @PathParam("tenant") long tenant,
            @PathParam("things") String things,
            @PathParam("id") long id,
            JsonObject note);

    @POST
    @Path("{things}/{id}/tags/{tag}")
    Response tag(
            @PathParam("tenant") long tenant,
            @PathParam("things") String things,
            @PathParam("id") long id,
            @PathParam("tag") long tagTypeId);

    @DELETE
    @Path("{things}/{id}/tags/{tag}")
    Response untag(
            @PathParam("tenant") long tenant,
            @PathParam("things") String things,
            @PathParam("id") long id,
            @PathParam("tag") long tagTypeId);
}
