package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What every module of ServiceTitan has: things to read. What comes is kept as it comes, unknown fields too. */
interface ModuleApi {
    /**
     * Reads a list, a part of a feed, or one record.
     *
     * @param path behind the tenant, such as {@code export/jobs}
     */
    @GET
    @Path("{path}")
    JsonObject read(@PathParam("tenant") long tenant, @PathParam("path") String path, @BeanParam ReadQuery query);
}
