package org.fieldwright.sandbox.dispatch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.BiFunction;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;

/** Time of a technician that belongs to no job: training, lunch, the shop. */
final class NonJobTime {
    private static final String KIND = "non-job-appointment";

    private NonJobTime() {}

    static void bind(Book.Chapter dispatch) {
        dispatch.list(
                        "non-job-appointments",
                        KIND,
                        Map.of(
                                "startsOnOrBefore",
                                (search, work, value) -> search.before(
                                        "start",
                                        Filters.moment("startsOnOrBefore", value)
                                                .plusMillis(1))))
                .get("non-job-appointments/{id}", KIND)
                .on("POST", "non-job-appointments", work -> {
                    ObjectNode body = checked(work, Bodies.created(work.fields()));
                    ObjectNode answer = work.world().add(KIND, body).answer();
                    answer.remove(java.util.List.of("frequency", "endType"));
                    return Result.of(answer);
                })
                .on("PUT", "non-job-appointments/{id}", work -> {
                    Row row = work.world().get(KIND, work.id("id"));
                    row.body().setAll(checked(work, work.fields()));
                    return Result.of(work.ledger().save(row).answer());
                })
                .on("DELETE", "non-job-appointments/{id}", work -> {
                    Row row = work.world().get(KIND, work.id("id"));
                    work.ledger().deactivate(row);
                    return Result.of(Json.object().put("message", "Deleted").put("id", row.id()));
                });
    }

    private static ObjectNode checked(Work work, ObjectNode body) {
        work.world()
                .named("technician", "technicianId", body.path("technicianId").asLong());
        length(body.path("duration").asText());
        return body;
    }

    /** From when to when. */
    static <T> T span(Row row, BiFunction<Instant, Instant, T> maker) {
        Instant start = Instant.parse(row.text("start"));
        return maker.apply(start, start.plus(length(row.text("duration"))));
    }

    /** Reads a length as in 01:30:00. */
    private static Duration length(String text) {
        try {
            return Duration.between(LocalTime.MIDNIGHT, LocalTime.parse(text));
        } catch (DateTimeException unreadable) {
            throw Problem.bad("duration", "A duration is written as in 01:30:00.");
        }
    }
}
