package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Files on jobs. */
@Path("/forms/v2/tenant/{tenant}")
interface FormsApi extends ModuleApi {
    @GET
    @Path("jobs/{job}/attachments")
    JsonObject attachments(
            @PathParam("tenant") long tenant,
            @PathParam("job") long jobId,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);

    /** Their document calls it JSON, which a file cannot be: it goes as a form with one part, {@code file}. */
    @POST
    @Path("jobs/{job}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    JsonObject attach(
            @PathParam("tenant") long tenant, @PathParam("job") long jobId, GenericEntity<List<EntityPart>> file);
}
