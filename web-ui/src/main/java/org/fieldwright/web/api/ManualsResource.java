package org.fieldwright.web.api;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.ListManuals;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.ReindexManual;
import org.fieldwright.domain.manual.RemoveManual;
import org.fieldwright.domain.manual.UploadManual;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.PageOf;

/** The shop's manuals. */
@Path("manuals")
@Produces(MediaType.APPLICATION_JSON)
public class ManualsResource {
    private static final int LONGEST_FIELD = 2_000;

    @Inject
    private UploadManual uploadManual;

    @Inject
    private ListManuals listManuals;

    @Inject
    private RemoveManual removeManual;

    @Inject
    private ReindexManual reindexManual;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@Context HttpServletRequest request) throws IOException {
        Part file = part(request, "file")
                .orElseThrow(
                        () -> new FaultException(Fault.INVALID, "Send the manual as the multipart field \"file\"."));
        String name = file.getSubmittedFileName();
        UploadManual.Upload upload = new UploadManual.Upload(
                name == null ? "" : name,
                field(request, "title"),
                new Equipment(field(request, "manufacturer"), field(request, "model")));
        try (InputStream content = file.getInputStream()) {
            return switch (uploadManual.upload(upload, content)) {
                case UploadManual.Outcome.Accepted accepted ->
                    Response.accepted(shown(accepted.manual(), false))
                            .location(URI.create("manuals/" + accepted.manual().id()))
                            .build();
                case UploadManual.Outcome.AlreadyHere here ->
                    Response.ok(shown(here.manual(), true)).build();
            };
        } finally {
            file.delete();
        }
    }

    @GET
    public Shown.ShownManuals list(
            @QueryParam("q") @DefaultValue("") String containing,
            @QueryParam("first") @DefaultValue("0") int first,
            @QueryParam("max") @DefaultValue("50") int max) {
        PageOf<Manual> page = listManuals.list(containing, first, max);
        return new Shown.ShownManuals(
                page.rows().stream().map(Shown.ShownManual::of).toList(), page.first(), page.total());
    }

    @GET
    @Path("{id}")
    public Shown.ShownManual find(@PathParam("id") String id) {
        return Shown.ShownManual.of(listManuals.find(Ids.manual(id)));
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id) {
        removeManual.remove(Ids.manual(id));
    }

    @POST
    @Path("{id}/reindex")
    public Response reindex(@PathParam("id") String id) {
        ManualId manual = Ids.manual(id);
        reindexManual.reindex(manual);
        return Response.accepted(new Shown.ShownUpload(manual.toString(), manual.toString(), true))
                .build();
    }

    private static Shown.ShownUpload shown(Manual manual, boolean alreadyHere) {
        return new Shown.ShownUpload(manual.id().toString(), manual.id().toString(), alreadyHere);
    }

    private static String field(HttpServletRequest request, String name) throws IOException {
        Optional<Part> part = part(request, name);
        if (part.isEmpty()) {
            return "";
        }
        try (InputStream content = part.get().getInputStream()) {
            return new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8).strip();
        }
    }

    private static Optional<Part> part(HttpServletRequest request, String name) {
        try {
            return Optional.ofNullable(request.getPart(name));
        } catch (IOException | ServletException | IllegalStateException broken) {
            throw new FaultException(
                    Fault.INVALID, "The upload did not arrive whole. Nothing of it was kept; send it again.", broken);
        }
    }
}
