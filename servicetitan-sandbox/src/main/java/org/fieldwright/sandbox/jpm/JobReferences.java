package org.fieldwright.sandbox.jpm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.store.Json;

/** Job types and the reasons to cancel and to hold. */
final class JobReferences {
    private JobReferences() {}

    static void bind(Book.Chapter jpm) {
        jpm.list(
                        "job-types",
                        "job-type",
                        Map.of(
                                "minDuration",
                                (search, work, value) -> search.atLeast("duration", new BigDecimal(value)),
                                "maxDuration",
                                (search, work, value) -> search.atMost("duration", new BigDecimal(value))))
                .get("job-types/{id}", "job-type")
                .on("POST", "job-types", work -> {
                    ObjectNode type = Bodies.created(work.fields());
                    if (!Json.has(type, "duration")) {
                        type.put("duration", 7200);
                    }
                    if (!Json.has(type, "priority")) {
                        type.put("priority", "Normal");
                    }
                    return Result.of(work.world().add("job-type", type).answer());
                })
                .patch("job-types/{id}", "job-type")
                .list("job-cancel-reasons", "job-cancel-reason", Map.of(), (search, work) -> {}, true)
                .list("job-hold-reasons", "job-hold-reason", Map.of(), (search, work) -> {}, true);
    }
}
