package org.fieldwright.sandbox.jpm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.SeededShop;
import org.junit.jupiter.api.Test;

class JobsTest extends SeededShop {
    @Test
    void a_booked_job_has_an_invoice_an_appointment_and_a_history() {
        JsonNode job = book();
        long id = job.path("id").asLong();

        JsonNode invoice =
                first("/accounting/v2/~/invoices?ids=" + job.path("invoiceId").asLong());
        assertThat(job.path("appointmentCount").asInt()).isEqualTo(1);
        assertThat(job.path("firstAppointmentId")).isEqualTo(job.path("lastAppointmentId"));
        assertThat(invoice.path("total").asText()).isEqualTo("0.00");
        assertThat(invoice.path("job").path("id").asLong()).isEqualTo(id);
        assertThat(api.get("/jpm/v2/~/jobs/" + id + "/history")
                        .path("history")
                        .get(0)
                        .path("eventType")
                        .asText())
                .isEqualTo("Job Booked");
        assertThat(api.get("/jpm/v2/~/jobs/" + id + "/booked-log").path("jobId").asLong())
                .isEqualTo(id);
    }

    @Test
    void a_job_needs_an_appointment_a_place_of_its_customer_and_a_known_priority() {
        var noVisit = jobRequest();
        noVisit.putArray("appointments");
        var foreignPlace = jobRequest()
                .put("locationId", ids(api.get("/crm/v2/~/locations")).getLast());
        var wrongPriority = jobRequest().put("priority", "Soon");

        for (var request : List.of(noVisit, foreignPlace, wrongPriority)) {
            assertThat(refused("POST", "/jpm/v2/~/jobs", request).status()).isEqualTo(400);
        }
    }

    @Test
    void nothing_of_a_refused_job_is_kept() {
        JsonNode before = api.desk("GET", "counters", null);

        refused("POST", "/jpm/v2/~/jobs", jobRequest().put("bookingId", 999_999_999L));

        assertThat(api.desk("GET", "counters", null)).isEqualTo(before);
    }

    @Test
    void cancelling_wants_a_known_reason_releases_the_technicians_and_can_be_undone() {
        long technician = firstId("/settings/v2/~/technicians");
        var request = jobRequest();
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        request.path("appointments").get(0))
                .putArray("technicianIds")
                .add(technician);
        long id = api.post("/jpm/v2/~/jobs", request).path("id").asLong();
        String cancel = "/jpm/v2/~/jobs/" + id + "/cancel";
        long reason = firstId("/jpm/v2/~/job-cancel-reasons");

        assertThat(refused("PUT", cancel, Caller.object("{'reasonId':1,'memo':'x'}"))
                        .status())
                .isEqualTo(400);
        api.put(cancel, Caller.object("{'reasonId':" + reason + ",'memo':'moved away'}"));

        assertThat(api.get("/jpm/v2/~/jobs/" + id).path("jobStatus").asText()).isEqualTo("Canceled");
        assertThat(first("/jpm/v2/~/appointments?jobId=" + id).path("status").asText())
                .isEqualTo("Canceled");
        assertThat(ids(api.get("/dispatch/v2/~/appointment-assignments?jobId=" + id)))
                .isEmpty();
        assertThat(first("/jpm/v2/~/jobs/" + id + "/canceled-log").path("memo").asText())
                .isEqualTo("moved away");
        assertThat(first("/jpm/v2/~/jobs/cancel-reasons?ids=" + id)
                        .path("reasonId")
                        .asLong())
                .isEqualTo(reason);
        api.put("/jpm/v2/~/jobs/" + id + "/remove-cancellation", null);
        assertThat(api.get("/jpm/v2/~/jobs/" + id).path("jobStatus").asText()).isEqualTo("Scheduled");
        assertThat(first("/jpm/v2/~/appointments?jobId=" + id).path("status").asText())
                .isEqualTo("Scheduled");
    }

    @Test
    void complete_and_hold_are_not_there_unless_switched_on() {
        long id = book().path("id").asLong();

        assertThat(refused(
                                "PUT",
                                "/jpm/v2/~/jobs/" + id + "/complete",
                                Caller.object("{'completedOn':'2026-05-25T16:00:00Z'}"))
                        .status())
                .isEqualTo(404);
        assertThat(refused("PUT", "/jpm/v2/~/jobs/" + id + "/hold", Caller.object("{'reasonId':1,'memo':''}"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_last_appointment_cannot_be_deleted_a_second_one_can() {
        long job = book().path("id").asLong();
        long only = firstId("/jpm/v2/~/appointments?jobId=" + job);

        assertThat(refused("DELETE", "/jpm/v2/~/appointments/" + only, null).status())
                .isEqualTo(409);
        JsonNode second = api.post(
                "/jpm/v2/~/appointments",
                Caller.object("{'jobId':" + job + ",'start':'2026-05-26T14:00:00Z','end':'2026-05-26T16:00:00Z'}"));
        api.delete("/jpm/v2/~/appointments/" + second.path("id").asLong());

        assertThat(second.path("appointmentNumber").asText()).endsWith("-2");
        assertThat(api.get("/jpm/v2/~/jobs/" + job).path("appointmentCount").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_held_appointment_holds_its_job_and_names_the_reason() {
        long job = book().path("id").asLong();
        long visit = firstId("/jpm/v2/~/appointments?jobId=" + job);
        long reason = firstId("/jpm/v2/~/job-hold-reasons");

        api.put(
                "/jpm/v2/~/appointments/" + visit + "/hold",
                Caller.object("{'reasonId':" + reason + ",'memo':'part'}"));

        assertThat(api.get("/jpm/v2/~/jobs/" + job).path("jobStatus").asText()).isEqualTo("Hold");
        assertThat(first("/jpm/v2/~/jobs/hold-reasons?ids=" + job).path("text").asText())
                .isEqualTo("part");
        api.delete("/jpm/v2/~/appointments/" + visit + "/hold");
        assertThat(api.get("/jpm/v2/~/jobs/" + job).path("jobStatus").asText()).isEqualTo("Scheduled");
    }

    @Test
    void the_status_of_jobs_is_asked_by_its_own_name_and_unknown_names_are_ignored() {
        JsonNode canceled = api.get("/jpm/v2/~/jobs?jobStatus=Canceled&pageSize=5000");
        JsonNode ignored = api.get("/jpm/v2/~/jobs?status=Canceled&pageSize=5000&includeTotal=true");

        assertThat(canceled.path("data")).isNotEmpty();
        assertThat(canceled.path("data")
                        .valueStream()
                        .map(job -> job.path("jobStatus").asText()))
                .containsOnly("Canceled");
        assertThat(ignored.path("totalCount").asLong())
                .isGreaterThan(canceled.path("data").size());
    }

    @Test
    void jobs_of_a_technician_and_of_a_day_are_found_by_their_appointments() {
        long technician = firstId("/settings/v2/~/technicians");

        JsonNode theirs = api.get("/jpm/v2/~/jobs?technicianId=" + technician + "&pageSize=5000");
        JsonNode ofToday =
                api.get("/jpm/v2/~/jobs?appointmentStartsOnOrAfter=2026-05-21&appointmentStartsBefore=2026-05-22");

        assertThat(theirs.path("data")).isNotEmpty();
        assertThat(ofToday.path("data")).isNotEmpty();
        for (JsonNode job : ofToday.path("data")) {
            JsonNode visits =
                    api.get("/jpm/v2/~/appointments?jobId=" + job.path("id").asLong());
            assertThat(visits.path("data").get(0).path("start").asText()).startsWith("2026-05-21");
        }
    }
}
