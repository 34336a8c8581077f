package org.fieldwright.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.fieldwright.domain.manual.ListManuals;

/** Work in the background. A manual's reading has the manual's id. */
@Path("tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TasksResource {
    @Inject
    private ListManuals listManuals;

    @GET
    @Path("{id}")
    public Shown.ShownTask find(@PathParam("id") String id) {
        return Shown.ShownTask.of(listManuals.find(Ids.manual(id)));
    }
}
