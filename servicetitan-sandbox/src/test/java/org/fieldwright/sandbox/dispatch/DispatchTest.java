package org.fieldwright.sandbox.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.SeededShop;
import org.junit.jupiter.api.Test;

class DispatchTest extends SeededShop {
    private JsonNode open(JsonNode capacity) {
        return capacity.path("availabilities");
    }

    private static BigDecimal hours(JsonNode slots) {
        return slots.valueStream()
                .map(slot -> slot.path("openAvailability").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private JsonNode capacity() {
        return api.post(
                "/dispatch/v2/~/capacity",
                Caller.object("{'startsOnOrAfter':'2026-05-25T05:00:00Z','endsOnOrBefore':'2026-05-26T05:00:00Z',"
                        + "'skillBasedAvailability':false}"));
    }

    @Test
    void assigning_moves_nothing_but_the_assignment_and_counts_once() {
        long job = book().path("id").asLong();
        JsonNode visit = first("/jpm/v2/~/appointments?jobId=" + job);
        long technician = firstId("/settings/v2/~/technicians");
        String request = "{'jobAppointmentId':" + visit.path("id").asLong() + ",'technicianIds':[" + technician + "]}";
        clock.advance(java.time.Duration.ofMinutes(5));

        api.post("/dispatch/v2/~/appointment-assignments/assign-technicians", Caller.object(request));
        api.post("/dispatch/v2/~/appointment-assignments/assign-technicians", Caller.object(request));

        assertThat(api.get("/dispatch/v2/~/appointment-assignments?jobId=" + job)
                        .path("data"))
                .hasSize(1);
        assertThat(first("/jpm/v2/~/appointments?jobId=" + job)).isEqualTo(visit);
        assertThat(api.get("/jpm/v2/~/jobs/" + job).path("jobStatus").asText()).isEqualTo("Scheduled");
        api.post("/dispatch/v2/~/appointment-assignments/unassign-technicians", Caller.object(request));
        assertThat(api.get("/dispatch/v2/~/appointment-assignments?jobId=" + job)
                        .path("data"))
                .isEmpty();
    }

    @Test
    void capacity_shrinks_by_the_hours_that_are_booked() {
        BigDecimal before = hours(open(capacity()));
        var request = jobRequest();
        long technician = freeTechnician();
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        request.path("appointments").get(0))
                .putArray("technicianIds")
                .add(technician);
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        request.path("appointments").get(0))
                .put("start", "2026-05-25T20:00:00Z")
                .put("end", "2026-05-25T22:00:00Z");

        api.post("/jpm/v2/~/jobs", request);

        assertThat(hours(open(capacity()))).isEqualByComparingTo(before.subtract(new BigDecimal("2.00")));
    }

    private long freeTechnician() {
        for (JsonNode technician : api.get("/settings/v2/~/technicians").path("data")) {
            long id = technician.path("id").asLong();
            boolean works = !ids(api.get(
                            "/dispatch/v2/~/technician-shifts?technicianId=" + id
                                    + "&shiftType=Normal&startsOnOrAfter=2026-05-25T05:00:00Z&endsOnOrBefore=2026-05-26T05:00:00Z"))
                    .isEmpty();
            boolean busy = !ids(api.get("/jpm/v2/~/appointments?technicianId=" + id
                            + "&startsOnOrAfter=2026-05-25T18:00:00Z&startsBefore=2026-05-26T05:00:00Z"))
                    .isEmpty();
            if (works && !busy) {
                return id;
            }
        }
        throw new IllegalStateException("nobody is free");
    }

    @Test
    void a_shift_that_repeats_weekly_makes_a_row_a_week() {
        long technician = firstId("/settings/v2/~/technicians");

        JsonNode made = api.post(
                "/dispatch/v2/~/technician-shifts",
                Caller.object("{'technicianIds':[" + technician + "],'shiftType':'OnCall','title':'Weekend',"
                        + "'start':'2026-06-06T14:00:00Z','end':'2026-06-06T22:00:00Z','repeatType':'Weekly',"
                        + "'repeatEndDate':'2026-06-28T00:00:00Z'}"));

        assertThat(made.path("technicianShifts")).hasSize(4);
    }

    @Test
    void skills_are_shown_on_the_technician_too() {
        JsonNode technician = first("/settings/v2/~/technicians");
        long id = technician.path("id").asLong();

        JsonNode skill = api.post(
                "/dispatch/v2/~/technician-skills",
                Caller.object("{'technicianId':" + id + ",'name':'Boilers','active':true}"));

        assertThat(skill.path("id").asText()).startsWith(id + "_");
        assertThat(api.get("/settings/v2/~/technicians/" + id).path("skills").findValuesAsText("name"))
                .contains("Boilers");
        api.delete("/dispatch/v2/~/technician-skills/" + skill.path("id").asText());
        assertThat(api.get("/settings/v2/~/technicians/" + id).path("skills").findValuesAsText("name"))
                .doesNotContain("Boilers");
    }

    @Test
    void a_ping_moves_the_technician_of_the_truck_and_counts_once() {
        JsonNode truck = first("/inventory/v2/~/trucks");
        long technician = truck.path("technicianIds").get(0).asLong();
        String ping =
                "[{'unitId':'u1','unitName':'" + truck.path("name").asText() + "','eventTime':'2026-05-21T15:00:00Z',"
                        + "'latitude':30.1,'longitude':-97.7,'speed':0,'street':'','city':'','region':'','postalCode':'','message':'',"
                        + "'externalId':'p1','isNew':true,'statusMessage':''}]";

        JsonNode once = api.post("/dispatch/v2/~/gps-provider/66/gps-pings", ping.replace('\'', '"'));
        JsonNode again = api.post("/dispatch/v2/~/gps-provider/66/gps-pings", ping.replace('\'', '"'));

        assertThat(once.get(0).path("status").asText()).isEqualTo("Success");
        assertThat(again.get(0).path("status").asText()).isEqualTo("Fail");
        assertThat(api.get("/settings/v2/~/technicians/" + technician)
                        .path("location")
                        .path("latitude")
                        .decimalValue())
                .isEqualByComparingTo("30.1");
    }
}
