package org.fieldwright.sandbox.dispatch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** When technicians work; one row a technician and day. */
final class Shifts {
    private static final String KIND = "technician-shift";
    private static final int MOST_REPEATS = 366;

    private Shifts() {}

    static void bind(Book.Chapter dispatch) {
        dispatch.list(
                        "technician-shifts",
                        KIND,
                        Map.of(
                                "endsOnOrBefore",
                                (search, work, value) -> search.before(
                                        "end",
                                        Filters.moment("endsOnOrBefore", value).plusMillis(1)),
                                "titleContains",
                                (search, work, value) -> search.containing("title", value),
                                "noteContains",
                                (search, work, value) -> search.containing("note", value)))
                .get("technician-shifts/{id}", KIND)
                .on("POST", "technician-shifts", Shifts::create)
                .on("PATCH", "technician-shifts/{id}", work -> {
                    Row shift = work.world().get(KIND, work.id("id"));
                    Bodies.merge(shift, work.fields());
                    ObjectNode answer = Json.object();
                    answer.putArray("technicianShifts")
                            .add(work.ledger().save(shift).answer());
                    return Result.of(answer);
                })
                .on("DELETE", "technician-shifts/{id}", work -> {
                    Row shift = work.ledger().deactivate(work.world().get(KIND, work.id("id")));
                    return Result.of(Json.object().put("message", "Deleted").put("id", shift.id()));
                })
                .on("POST", "technician-shifts/bulk-delete", work -> {
                    Search between = Search.of(KIND)
                            .active(true)
                            .from(
                                    "start",
                                    Instant.parse(work.fields().path("start").asText()))
                            .before(
                                    "end",
                                    Instant.parse(work.fields().path("end").asText())
                                            .plusMillis(1));
                    ObjectNode answer = Json.object().put("message", "Deleted");
                    ArrayNode ids = answer.putArray("deletedIds");
                    work.ledger()
                            .all(between)
                            .forEach(shift ->
                                    ids.add(work.ledger().deactivate(shift).id()));
                    return Result.of(answer);
                });
    }

    private static Result create(Work work) {
        ObjectNode request = work.fields();
        Instant start = Instant.parse(request.path("start").asText());
        Instant end = Instant.parse(request.path("end").asText());
        if (!start.isBefore(end)) {
            throw Problem.bad("end", "A shift must end after it starts.");
        }
        ObjectNode answer = Json.object().put("created", true);
        ArrayNode shifts = answer.putArray("technicianShifts");
        Duration step = step(request);
        Instant last = Json.has(request, "repeatEndDate")
                ? Instant.parse(request.path("repeatEndDate").asText())
                : start;
        for (int i = 0; i < MOST_REPEATS && !start.plus(step.multipliedBy(i)).isAfter(last); i++) {
            for (long technician : Json.ids(request.get("technicianIds"))) {
                work.world().named("technician", "technicianIds", technician);
                ObjectNode shift = Json.object().put("technicianId", technician);
                for (String field : new String[] {"shiftType", "title", "note", "timesheetCodeId"}) {
                    shift.set(field, request.get(field));
                }
                shift.put("start", start.plus(step.multipliedBy(i)).toString());
                shift.put("end", end.plus(step.multipliedBy(i)).toString());
                shifts.add(work.world().add(KIND, shift).answer());
            }
            if (step.isZero()) {
                break;
            }
        }
        return Result.of(answer);
    }

    private static Duration step(ObjectNode request) {
        long interval = Math.max(1, request.path("repeatInterval").asLong(1));
        return switch (request.path("repeatType").asText()) {
            case "Daily" -> Duration.ofDays(interval);
            case "Weekly" -> Duration.ofDays(7 * interval);
            default -> Duration.ZERO;
        };
    }
}
