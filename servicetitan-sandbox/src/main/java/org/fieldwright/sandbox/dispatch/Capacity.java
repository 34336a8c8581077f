package org.fieldwright.sandbox.dispatch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** Free hours by arrival window: shifts, less time off, other time and appointments, of those who can do the work. */
final class Capacity {
    private static final Duration LONGEST = Duration.ofDays(14);
    private static final Duration WINDOW = Duration.ofHours(2);

    private record Span(Instant start, Instant end) {
        Duration within(Instant from, Instant to) {
            Instant later = start.isAfter(from) ? start : from;
            Instant sooner = end.isBefore(to) ? end : to;
            return later.isBefore(sooner) ? Duration.between(later, sooner) : Duration.ZERO;
        }
    }

    private record Worker(Row row, boolean skilled, List<Span> shifts, List<Span> busy) {
        Duration total(Instant from, Instant to) {
            return sum(shifts, from, to);
        }

        Duration open(Instant from, Instant to) {
            Duration left = total(from, to).minus(sum(busy, from, to));
            return left.isNegative() ? Duration.ZERO : left;
        }

        private static Duration sum(List<Span> spans, Instant from, Instant to) {
            return spans.stream().map(span -> span.within(from, to)).reduce(Duration.ZERO, Duration::plus);
        }
    }

    private Capacity() {}

    static Result of(Work work) {
        ObjectNode request = work.fields();
        Instant from = Instant.parse(request.path("startsOnOrAfter").asText());
        Instant to = Instant.parse(request.path("endsOnOrBefore").asText());
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Problem.bad("endsOnOrBefore", "The time asked for must be longer than nothing and at most 14 days.");
        }
        boolean bySkill = request.path("skillBasedAvailability").asBoolean();
        List<Worker> workers = workers(work.world(), request, from, to);
        ObjectNode answer = Json.object().put("timeStamp", work.world().now().toString());
        ArrayNode slots = answer.putArray("availabilities");
        LocalDateTime start = from.atZone(World.SHOP).toLocalDate().atStartOfDay();
        for (LocalDateTime at = start; at.atZone(World.SHOP).toInstant().isBefore(to); at = at.plus(WINDOW)) {
            Instant begin = at.atZone(World.SHOP).toInstant();
            Instant end = at.plus(WINDOW).atZone(World.SHOP).toInstant();
            if (!begin.isBefore(from) && !end.isAfter(to)) {
                slot(slots, at, workers, bySkill, Json.ids(request.get("businessUnitIds")));
            }
        }
        return Result.of(answer);
    }

    private static void slot(
            ArrayNode slots, LocalDateTime at, List<Worker> workers, boolean bySkill, List<Long> units) {
        Instant begin = at.atZone(World.SHOP).toInstant();
        Instant end = at.plus(WINDOW).atZone(World.SHOP).toInstant();
        Duration total = Duration.ZERO;
        Duration open = Duration.ZERO;
        ArrayNode technicians = Json.array();
        for (Worker worker : workers) {
            Duration here = worker.total(begin, end);
            if (here.isZero()) {
                continue;
            }
            boolean counts = worker.skilled() || !bySkill;
            Duration free = worker.open(begin, end);
            total = counts ? total.plus(here) : total;
            open = counts ? open.plus(free) : open;
            technicians
                    .addObject()
                    .put("id", worker.row().id())
                    .put("name", worker.row().text("name"))
                    .put("status", free.isZero() ? "Unavailable" : "Available")
                    .put("hasRequiredSkills", worker.skilled());
        }
        if (total.isZero()) {
            return;
        }
        ObjectNode slot = slots.addObject();
        slot.put("start", at + ":00Z").put("end", at.plus(WINDOW) + ":00Z");
        slot.put("startUtc", begin.toString()).put("endUtc", end.toString());
        slot.set("businessUnitIds", Json.ids(units));
        slot.set("totalAvailability", hours(total));
        slot.set("openAvailability", hours(open));
        slot.set("technicians", technicians);
        slot.put("isAvailable", open.compareTo(Duration.ofHours(1)) >= 0);
        slot.put("isExceedingIdealBookingPercentage", open.multipliedBy(5).compareTo(total) < 0);
    }

    private static DecimalNode hours(Duration duration) {
        return DecimalNode.valueOf(
                BigDecimal.valueOf(duration.toMinutes()).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP));
    }

    private static List<Worker> workers(World world, ObjectNode request, Instant from, Instant to) {
        Optional<Row> type = Optional.of(request.path("jobTypeId").asLong())
                .filter(id -> id > 0)
                .map(id -> world.named("job-type", "jobTypeId", id));
        Search technicians = Search.of("technician").active(true);
        List<String> units = Json.ids(request.get("businessUnitIds")).stream()
                .map(String::valueOf)
                .toList();
        if (!units.isEmpty()) {
            technicians.among("businessUnitId", units);
        }
        List<Worker> workers = new ArrayList<>();
        for (Row technician : world.ledger().all(technicians)) {
            boolean skilled = type.isEmpty() || skills(technician).containsAll(needed(type.get()));
            workers.add(new Worker(
                    technician, skilled, shifts(world, technician, from, to), busy(world, technician, from, to)));
        }
        return workers;
    }

    private static Set<String> needed(Row type) {
        Set<String> needed = new HashSet<>();
        type.body().path("skills").forEach(skill -> needed.add(skill.asText()));
        return needed;
    }

    private static Set<String> skills(Row technician) {
        return new HashSet<>(technician.body().path("skills").findValuesAsText("name"));
    }

    private static List<Span> shifts(World world, Row technician, Instant from, Instant to) {
        return world.ledger().all(shiftsOf(technician, from, to).equal("shiftType", "Normal")).stream()
                .map(Capacity::span)
                .toList();
    }

    private static Search shiftsOf(Row technician, Instant from, Instant to) {
        return Search.of("technician-shift")
                .active(true)
                .equal("technicianId", technician.id())
                .before("start", to)
                .from("end", from);
    }

    private static List<Span> busy(World world, Row technician, Instant from, Instant to) {
        List<Span> busy = new ArrayList<>(
                world.ledger().all(shiftsOf(technician, from, to).equal("shiftType", "TimeOff")).stream()
                        .map(Capacity::span)
                        .toList());
        world.ledger()
                .all(Search.of("appointment")
                        .active(true)
                        .before("start", to)
                        .from("end", from)
                        .pointedAt(
                                Search.of(Assignments.KIND).active(true).equal("technicianId", technician.id()),
                                "appointmentId"))
                .forEach(visit -> busy.add(span(visit)));
        world.ledger()
                .all(Search.of("non-job-appointment")
                        .active(true)
                        .equal("technicianId", technician.id())
                        .before("start", to))
                .forEach(other -> busy.add(NonJobTime.span(other, Span::new)));
        return busy;
    }

    private static Span span(Row row) {
        return new Span(Instant.parse(row.text("start")), Instant.parse(row.text("end")));
    }
}
