package org.fieldwright.sandbox.findings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Uploads;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** The modules {@code /findings/v2} and {@code /customer-interactions/v2}. */
public final class Findings {
    private static final String KIND = "finding";
    private static final String ATTACHMENT = "finding-attachment";
    private static final String RATING = "technician-rating";

    private Findings() {}

    public static void bind(Book book) {
        book.dress(
                KIND,
                (world, findings) -> findings.forEach(finding -> {
                    ArrayNode attachments = finding.putArray("attachments");
                    world.all(ATTACHMENT, "findingId", finding.path("id").asLong())
                            .forEach(attachment -> attachments.add(attachment.answer()));
                }));
        book.chapter("/findings/v2")
                .on("POST", "assets", work -> Uploads.keep(work, "findings"))
                .on("GET", "assets", Uploads::redirect)
                .list("location-findings", KIND)
                .get("location-findings/{id}", KIND)
                .on("POST", "location-findings", work -> {
                    work.world()
                            .named(
                                    "location",
                                    "locationId",
                                    work.fields().path("locationId").asLong());
                    ObjectNode body = work.fields().deepCopy();
                    body.remove("attachments");
                    body.put("archived", false).put("status", "New");
                    body.put("createdBy", World.API_USER).put("modifiedBy", World.API_USER);
                    Row finding = work.world().add(KIND, body);
                    work.fields()
                            .path("attachments")
                            .forEach(one -> attach(work.world(), finding.id(), (ObjectNode) one));
                    return Result.of(work.world().dressed(finding));
                })
                .patch("location-findings/{id}", KIND)
                .listOf("location-findings/{id}/attachments", ATTACHMENT, "id", "findingId", KIND)
                .on("POST", "location-findings/{id}/attachments", work -> {
                    Row finding = work.world().get(KIND, work.id("id"));
                    return Result.of(
                            attach(work.world(), finding.id(), work.fields()).answer());
                })
                .on(
                        "GET",
                        "location-findings/{id}/attachments/{attachmentId}",
                        work -> Result.of(mine(work).answer()))
                .on("PATCH", "location-findings/{id}/attachments/{attachmentId}", work -> {
                    Row attachment = mine(work);
                    Bodies.merge(attachment, work.fields());
                    return Result.of(work.ledger().save(attachment).answer());
                })
                .on("DELETE", "location-findings/{id}/attachments/{attachmentId}", work -> {
                    work.ledger().deactivate(mine(work));
                    return Result.nothing();
                });
        book.chapter("/customer-interactions/v2")
                .list("technician-ratings", RATING)
                .on(
                        "POST",
                        "technician-ratings",
                        work -> Result.of(rate(
                                        work,
                                        work.fields().path("technicianId").asLong(),
                                        work.fields().path("jobId").asLong(),
                                        Json.amount(work.fields(), "rating"))
                                .answer()))
                .on("PUT", "technician-rating/technician/{technicianId}/job/{jobId}", work -> {
                    rate(work, work.id("technicianId"), work.id("jobId"), Json.amount(work.fields(), "value"));
                    return Result.nothing();
                })
                .export("export/technician-ratings", RATING);
    }

    private static Row attach(World world, long finding, ObjectNode request) {
        return world.add(ATTACHMENT, request.deepCopy().put("findingId", finding));
    }

    private static Row mine(Work work) {
        Row attachment = work.world().get(ATTACHMENT, work.id("attachmentId"));
        if (!attachment.active() || attachment.number("findingId") != work.id("id")) {
            throw Problem.missing("attachment", attachment.id());
        }
        return attachment;
    }

    /** A technician has one rating a job: a second one replaces it. */
    private static Row rate(Work work, long technician, long job, BigDecimal rating) {
        work.world().get("technician", technician);
        work.world().get("job", job);
        Row row = work.ledger()
                .first(Search.of(RATING).equal("technicianId", technician).equal("jobId", job))
                .orElseGet(() -> work.world()
                        .add(
                                RATING,
                                Json.object().put("technicianId", technician).put("jobId", job)));
        row.body().set("rating", Json.money(rating));
        return work.ledger().save(row);
    }
}
