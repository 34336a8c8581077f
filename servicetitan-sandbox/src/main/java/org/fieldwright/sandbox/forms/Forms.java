package org.fieldwright.sandbox.forms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Uploads;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Ledger;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** The module {@code /forms/v2}. */
public final class Forms {
    private static final String ATTACHMENT = "job-attachment";

    private Forms() {}

    public static void bind(Book book) {
        book.chapter("/forms/v2")
                .list("forms", "form", Map.of("status", (search, work, value) -> {
                    if (!value.equals("Any")) {
                        search.equal("published", value.equals("Published"));
                    }
                }))
                .list(
                        "submissions",
                        "form-submission",
                        Map.of(
                                "status",
                                (search, work, value) -> {
                                    if (!value.equals("Any")) {
                                        search.equal("status", value);
                                    }
                                },
                                "ownerType",
                                (search, work, value) -> search.havingMember("owners", "type", List.of(value)),
                                "owners",
                                (search, work, value) -> {}),
                        Forms::owned,
                        false)
                .on("POST", "jobs/{id}/attachments", work -> {
                    Row job = work.world().get("job", work.id("id"));
                    return Result.of(attach(work, job).answer());
                })
                .on("GET", "jobs/{jobId}/attachments", work -> {
                    long job = work.world().get("job", work.id("jobId")).id();
                    return Book.page(
                            work, ATTACHMENT, Search.of(ATTACHMENT).active(true).equal("jobId", job));
                })
                .showing("GET", "jobs/{jobId}/attachments", attachment -> attachment.remove("path"))
                .on("GET", "jobs/attachment/{id}", work -> {
                    Row attachment = work.world().get(ATTACHMENT, work.id("id"));
                    Ledger.StoredFile file = work.ledger()
                            .file(attachment.text("path"))
                            .orElseThrow(() -> Problem.missing("attachment", attachment.id()));
                    return new Result.File(file.contentType(), file.content());
                });
    }

    /** Owners come as owners[0].type and owners[0].id. */
    private static void owned(Search search, Work work) {
        for (int i = 0; work.query().containsKey("owners[" + i + "].id"); i++) {
            search.havingMember("owners", "id", List.of(work.query().get("owners[" + i + "].id")));
            work.asked("owners[" + i + "].type")
                    .ifPresent(type -> search.havingMember("owners", "type", List.of(type)));
        }
    }

    /** Hangs the file of a call on a job. */
    public static Row attach(Work work, Row job) {
        Uploads.Upload upload = Uploads.read(work);
        ObjectNode body = Json.object().put("jobId", job.id()).put("fileName", upload.name());
        body.put("contentType", upload.contentType());
        body.put("path", Uploads.store(work, "jobs/" + job.id(), upload));
        return work.world().add(ATTACHMENT, body);
    }
}
