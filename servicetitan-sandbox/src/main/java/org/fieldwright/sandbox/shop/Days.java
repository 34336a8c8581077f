package org.fieldwright.sandbox.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldwright.sandbox.store.Json;

/** The shop's work, day by day: past jobs with what they left behind, and the board of today and the days to come. */
final class Days {
    private static final int[] SLOTS = {8, 10, 13, 15};
    private final Pen pen;
    private final House house;
    private final Crew crew;
    private final Households households;
    private final Paperwork paperwork;
    private final Map<Long, Integer> taken = new HashMap<>();

    Days(Pen pen, House house, Shelf shelf, Crew crew, Households households) {
        this.pen = pen;
        this.house = house;
        this.crew = crew;
        this.households = households;
        this.paperwork = new Paperwork(pen, house, shelf);
    }

    /** Spreads the jobs of the past over the days, and fills the board of ten days from today. */
    void pass(int pastJobs, int months) {
        LocalDate first = pen.today().minusMonths(months);
        long days = first.until(pen.today(), java.time.temporal.ChronoUnit.DAYS);
        for (int job = 0; job < pastJobs; job++) {
            LocalDate day = first.plusDays(job * days / pastJobs);
            if (job == 0 || first.plusDays((job - 1) * days / pastJobs).isBefore(day)) {
                taken.clear();
            }
            work(day.getDayOfWeek().getValue() == 7 ? day.minusDays(1) : day, true);
        }
        for (int ahead = 0; ahead < 10; ahead++) {
            LocalDate day = pen.today().plusDays(ahead);
            taken.clear();
            if (day.getDayOfWeek().getValue() < 7) {
                int visits = Math.max(3, crew.technicians.size() * (ahead < 2 ? 2 : 1));
                for (int i = 0; i < visits; i++) {
                    work(day, false);
                }
            }
        }
    }

    private void work(LocalDate day, boolean past) {
        House.JobType type = pen.one(house.jobTypes);
        Households.Home home = pen.one(households.homes);
        List<Crew.Technician> able = crew.technicians.stream()
                .filter(technician -> technician.trade().equals(type.trade()))
                .toList();
        Crew.Technician technician = pen.one(able);
        int slot = taken.merge(technician.id(), 1, Integer::sum) - 1;
        Instant start = pen.at(day, SLOTS[slot % SLOTS.length], 0);
        Instant booked = past
                ? start.minus(Duration.ofHours(pen.between(3, 72)))
                : pen.now().minus(Duration.ofHours(pen.between(2, 90)));
        if (past && pen.often(0.1)) {
            abandoned(day);
        }
        boolean canceled = past && pen.often(0.06);
        boolean assigned = past || pen.often(0.8);
        Visit visit = new Visit(
                pen.bulk().nextId(),
                String.valueOf(pen.bulk().nextNumber()),
                type,
                home,
                technician,
                start,
                booked,
                pen.often(0.14));
        write(visit, past, canceled, assigned);
    }

    /** A job with one appointment. */
    record Visit(
            long job,
            String number,
            House.JobType type,
            Households.Home home,
            Crew.Technician technician,
            Instant start,
            Instant booked,
            boolean paysLater) {
        Instant end() {
            return start.plus(Duration.ofMinutes(type.minutes()));
        }
    }

    private void write(Visit visit, boolean past, boolean canceled, boolean assigned) {
        boolean done = past && !canceled;
        String words = visit.type().trade() + ".call";
        String summary = pen.words().one(words, pen.chance());
        long call = pen.often(0.7) ? call(visit) : 0;
        long invoice = pen.bulk().nextId();
        ObjectNode job = Json.object()
                .put("jobNumber", visit.number())
                .put("customerId", visit.home().customer());
        job.put("locationId", visit.home().location())
                .put("jobTypeId", visit.type().id());
        job.put("businessUnitId", visit.type().unit()).put("campaignId", pen.one(house.campaigns));
        job.put("jobStatus", canceled ? "Canceled" : done ? "Completed" : "Scheduled");
        job.put("priority", pen.often(0.1) ? "High" : "Normal")
                .put("summary", summary)
                .put("notificationsEnabled", true);
        job.put("noCharge", false).put("invoiceId", invoice);
        job.putArray("tagTypeIds");
        job.putArray("equipmentIds");
        if (pen.often(0.6)) {
            job.withArray("equipmentIds").add(pen.one(visit.home().equipment()));
        }
        if (call > 0) {
            job.put("leadCallId", call);
        }
        if (visit.home().membership() > 0) {
            job.put("membershipId", visit.home().membership());
        }
        Instant end = visit.end().plus(Duration.ofMinutes(pen.between(-30, 75)));
        if (done) {
            job.put("completedOn", end.toString());
        }
        Instant changed = done ? end : canceled ? visit.booked().plus(Duration.ofHours(2)) : visit.booked();
        pen.put("job", visit.job(), job, visit.booked(), changed);
        long appointment = appointment(visit, done ? "Done" : canceled ? "Canceled" : "Scheduled", changed);
        if (assigned && !canceled) {
            assignment(visit, appointment, done ? "Done" : "Scheduled", changed);
        }
        history(visit, done, canceled, end);
        if (canceled) {
            ObjectNode log = Json.object().put("jobId", visit.job()).put("reasonId", house.cancelReason);
            pen.put("job-canceled-log", log.put("memo", "Customer called, found somebody sooner."), changed);
        }
        BigDecimal total = paperwork.invoice(visit, invoice, done, end);
        if (done) {
            sheet(visit, appointment, end);
            notes(visit, end);
            paperwork.payment(visit, invoice, total, end);
        }
        if (past && pen.often(0.25)) {
            paperwork.estimate(visit, end);
        }
    }

    private long call(Visit visit) {
        long seconds = pen.between(60, 540);
        ObjectNode call = Json.object()
                .put("receivedOn", visit.booked().minusSeconds(seconds).toString());
        call.put("seconds", seconds).put("duration", "00:" + two(seconds / 60) + ":" + two(seconds % 60));
        call.put("from", pen.phone())
                .put("to", "5125550110")
                .put("direction", "Inbound")
                .put("callType", "Booked");
        call.putObject("reason")
                .put("id", house.reasons.get("Service request"))
                .put("name", "Service request")
                .put("lead", true)
                .put("active", true);
        call.putObject("customer")
                .put("id", visit.home().customer())
                .put("name", visit.home().name());
        call.putObject("businessUnit")
                .put("id", visit.type().unit())
                .put("name", visit.type().trade());
        call.putObject("campaign").put("id", house.campaigns.getFirst()).put("name", "Search");
        call.putObject("jobType")
                .put("id", visit.type().id())
                .put("name", visit.type().name());
        call.putObject("job").put("id", visit.job()).put("number", visit.number());
        call.put("jobNumber", visit.number())
                .put("recordingUrl", "/recordings/" + visit.number())
                .put("sid", "SIM" + visit.number());
        call.putArray("tags");
        return pen.put("call", call, visit.booked());
    }

    /** Somebody hung up before anyone answered. */
    private void abandoned(LocalDate day) {
        Instant when = pen.at(day, pen.between(8, 17), pen.between(0, 59));
        ObjectNode call = Json.object()
                .put("receivedOn", when.toString())
                .put("seconds", 21)
                .put("duration", "00:00:21");
        call.put("from", pen.phone())
                .put("to", "5125550110")
                .put("direction", "Inbound")
                .put("callType", "Abandoned");
        call.putObject("campaign").put("id", house.campaigns.getFirst()).put("name", "Search");
        call.put("voiceMailUrl", "/voicemail/" + pen.bulk().nextNumber())
                .put("sid", "SIM" + pen.bulk().nextNumber());
        call.putArray("tags");
        pen.put("call", call, when);
    }

    private static String two(long number) {
        return String.format(java.util.Locale.ROOT, "%02d", number);
    }

    private long appointment(Visit visit, String status, Instant changed) {
        ObjectNode body = Json.object().put("jobId", visit.job()).put("appointmentNumber", visit.number() + "-1");
        body.put("start", visit.start().toString()).put("end", visit.end().toString());
        body.put("arrivalWindowStart", visit.start().toString());
        body.put("arrivalWindowEnd", visit.start().plus(Duration.ofHours(2)).toString());
        body.put("status", status).put("customerId", visit.home().customer()).put("unused", false);
        body.put("isConfirmed", pen.often(0.5)).putArray("appointmentSummaries");
        long id = pen.bulk().nextId();
        pen.put("appointment", id, body, visit.booked(), changed);
        ObjectNode log = Json.object().put("jobId", visit.job()).put("jobAppointmentId", id);
        pen.put("job-booked-log", log.put("start", visit.start().toString()), visit.booked());
        return id;
    }

    private void assignment(Visit visit, long appointment, String status, Instant changed) {
        ObjectNode body = Json.object().put("technicianId", visit.technician().id());
        body.put("technicianName", visit.technician().name()).put("assignedById", pen.one(crew.employees));
        body.put("assignedOn", visit.booked().plusSeconds(600).toString())
                .put("status", status)
                .put("isPaused", false);
        body.put("jobId", visit.job()).put("appointmentId", appointment);
        pen.put(
                "appointment-assignment",
                pen.bulk().nextId(),
                body,
                visit.booked().plusSeconds(600),
                changed);
    }

    private void history(Visit visit, boolean done, boolean canceled, Instant end) {
        ObjectNode body = Json.object().put("jobId", visit.job());
        ArrayNode history = body.putArray("history");
        event(history, "Job Booked", visit.booked());
        if (done) {
            event(history, "Technician Dispatched", visit.start().minusSeconds(1800));
            event(history, "Technician Arrived", visit.start());
            event(history, "Job Completed", end);
        }
        if (canceled) {
            event(history, "Job Canceled", visit.booked().plus(Duration.ofHours(2)));
        }
        pen.put("job-history", pen.bulk().nextId(), body, visit.booked(), done ? end : visit.booked());
    }

    private void event(ArrayNode history, String type, Instant when) {
        history.addObject()
                .put("id", pen.bulk().nextId())
                .put("employeeId", crew.employees.getFirst())
                .put("eventType", type)
                .put("date", when.toString())
                .put("usedSchedulingTool", "Manual")
                .put("memo", "");
    }

    private void sheet(Visit visit, long appointment, Instant end) {
        ObjectNode sheet = Json.object().put("jobId", visit.job()).put("appointmentId", appointment);
        sheet.put("technicianId", visit.technician().id());
        sheet.put(
                "dispatchedOn",
                visit.start().minusSeconds(60L * pen.between(12, 40)).toString());
        sheet.put(
                "arrivedOn",
                visit.start().plusSeconds(60L * pen.between(-10, 35)).toString());
        // Now and then somebody forgets to end the visit.
        if (!pen.often(0.03)) {
            sheet.put("doneOn", end.toString());
        }
        pen.put("job-timesheet", sheet, end);
    }

    private void notes(Visit visit, Instant end) {
        if (pen.often(0.14)) {
            return;
        }
        String trade = visit.type().trade();
        StringBuilder text = new StringBuilder(pen.words()
                .one("arrival", pen.chance())
                .replace(
                        "{t}",
                        visit.start()
                                .atZone(Pen.ZONE)
                                .toLocalTime()
                                .plusMinutes(pen.between(0, 25))
                                .toString()));
        int findings = pen.between(1, 3);
        for (int i = 0; i < findings; i++) {
            text.append(' ').append(pen.words().sentence(trade + ".note", pen.chance()));
        }
        text.append(' ').append(pen.words().sentence("ending", pen.chance()));
        ObjectNode note = Json.object()
                .put("jobId", visit.job())
                .put("text", text.toString().strip());
        note.put("isPinned", false).put("createdById", visit.technician().id());
        pen.put("job-note", note, end);
    }
}
