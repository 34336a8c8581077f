package org.fieldwright.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.OpenPage;
import org.fieldwright.domain.manual.PageImages;
import org.fieldwright.web.problem.Refusal;

/** Pages of manuals; they count from 1. */
@Path("manuals/{id}/pages/{number}")
public class PagesResource {
    private static final int KEPT_BY_THE_BROWSER =
            Math.toIntExact(Duration.ofDays(7).toSeconds());

    @Inject
    private OpenPage openPage;

    /** A page's text. */
    public record ShownPage(String manual, String title, int page, int pages, String text, String source) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ShownPage text(@PathParam("id") String id, @PathParam("number") int number) {
        OpenPage.OpenedPage opened = openPage.open(Ids.manual(id), number);
        return new ShownPage(
                id,
                opened.manual().title(),
                number,
                opened.manual().pages(),
                opened.page().text(),
                Problem.code(opened.page().source().name()));
    }

    @GET
    @Path("image")
    @Produces({"image/png", "image/jpeg", Refusal.MEDIA_TYPE})
    public Response image(
            @PathParam("id") String id,
            @PathParam("number") int number,
            @QueryParam("width") @DefaultValue("1200") int width,
            @Context Request request) {
        ManualId manual = Ids.manual(id);
        String original = openPage.open(manual, number).manual().sha256();
        EntityTag tag = new EntityTag(original + "-" + number + "-" + width);
        CacheControl cache = new CacheControl();
        cache.setPrivate(true);
        cache.setMaxAge(KEPT_BY_THE_BROWSER);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.cacheControl(cache).build();
        }
        PageImages.PageImage image = openPage.draw(manual, number, width);
        return Response.ok(image.content(), image.mediaType())
                .tag(tag)
                .cacheControl(cache)
                .build();
    }
}
