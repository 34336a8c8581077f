package org.fieldwright.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.Sandbox;
import org.fieldwright.sandbox.SeededShop;
import org.fieldwright.sandbox.door.Answer;
import org.junit.jupiter.api.Test;

class ControlTest extends SeededShop {
    private JsonNode assigned() {
        JsonNode job = book();
        api.post(
                "/dispatch/v2/~/appointment-assignments/assign-technicians",
                Caller.object(
                        "{'jobAppointmentId':" + job.path("firstAppointmentId").asLong() + ",'technicianIds':["
                                + firstId("/settings/v2/~/technicians") + "]}"));
        return job;
    }

    @Test
    void a_visit_goes_from_dispatched_to_done_and_leaves_a_timesheet() {
        JsonNode job = assigned();
        long id = job.path("id").asLong();
        String visit = "appointments/" + job.path("firstAppointmentId").asLong();

        api.desk("POST", visit + "/dispatch", null);
        String underWay = api.get("/jpm/v2/~/jobs/" + id).path("jobStatus").asText();
        api.desk("POST", visit + "/arrive", null);
        String there = api.get("/jpm/v2/~/jobs/" + id).path("jobStatus").asText();
        api.desk("POST", visit + "/finish", null);
        api.desk("POST", "jobs/" + id + "/complete", null);

        JsonNode sheet = first("/payroll/v2/~/jobs/" + id + "/timesheets");
        JsonNode technician = first("/settings/v2/~/technicians");
        assertThat(underWay).isEqualTo("Dispatched");
        assertThat(there).isEqualTo("InProgress");
        assertThat(sheet.path("dispatchedOn").asText()).isNotEmpty();
        assertThat(sheet.path("doneOn").asText()).isNotEmpty();
        assertThat(technician.path("status").asText()).isEqualTo("Idle");
        assertThat(api.get("/jpm/v2/~/jobs/" + id).path("jobStatus").asText()).isEqualTo("Completed");
        assertThat(first("/dispatch/v2/~/appointment-assignments?jobId=" + id)
                        .path("status")
                        .asText())
                .isEqualTo("Done");
        assertThat(refused(
                                "DELETE",
                                "/jpm/v2/~/appointments/"
                                        + job.path("firstAppointmentId").asLong(),
                                null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void nobody_sets_out_who_is_not_assigned_and_nobody_arrives_who_did_not_set_out() {
        JsonNode job = book();
        Map<String, String> key = Map.of("x-desk-key", settings().controlKey());
        String visit = "/desk/appointments/" + job.path("firstAppointmentId").asLong();

        assertThat(api.send("POST", visit + "/dispatch", key, null).status()).isEqualTo(409);
        assertThat(api.send("POST", visit + "/arrive", key, null).status()).isEqualTo(409);
    }

    @Test
    void a_technician_writes_a_note_fills_in_a_form_and_sends_a_photo() {
        long id = book().path("id").asLong();
        long form = firstId("/forms/v2/~/forms");

        api.desk("POST", "jobs/" + id + "/notes", Caller.object("{'text':'Cap was bad'}"));
        api.desk(
                "POST",
                "jobs/" + id + "/submissions",
                Caller.object("{'formId':" + form + ",'answers':[{'name':'CO ppm','value':'3'}]}"));
        api.desk("POST", "jobs/" + id + "/attachments", Caller.object("{'fileName':'plate.jpg','base64':'aGVsbG8='}"));

        JsonNode submission = first("/forms/v2/~/submissions?owners[0].type=Job&owners[0].id=" + id);
        JsonNode attachment = first("/forms/v2/~/jobs/" + id + "/attachments");
        Answer file = api.call(
                "GET", "/forms/v2/~/jobs/attachment/" + attachment.path("id").asLong(), null);
        assertThat(first("/jpm/v2/~/jobs/" + id + "/notes").path("text").asText())
                .isEqualTo("Cap was bad");
        assertThat(submission.path("units").get(0).path("value").asText()).isEqualTo("3");
        assertThat(file.body().text()).isEqualTo("hello");
    }

    @Test
    void parts_move_by_hand_and_a_part_goes_out_of_use() {
        long truck = firstId("/inventory/v2/~/trucks");
        long house = firstId("/inventory/v2/~/warehouses");
        long part = firstId("/pricebook/v2/~/materials");
        String items = "'items':[{'skuId':" + part + ",'quantity':2}]";

        JsonNode moved = api.desk(
                "POST",
                "transfers",
                Caller.object("{'fromLocationId':" + house + ",'toLocationId':" + truck + "," + items + "}"));
        JsonNode counted =
                api.desk("POST", "adjustments", Caller.object("{'inventoryLocationId':" + truck + "," + items + "}"));
        api.desk("POST", "pricebook/material/" + part + "/deactivate", null);

        assertThat(ids(api.get("/inventory/v2/~/transfers?toLocationIds=" + truck + "&pageSize=5000")))
                .contains(moved.path("id").asLong());
        assertThat(ids(api.get("/inventory/v2/~/adjustments?inventoryLocationIds=" + truck + "&pageSize=5000")))
                .contains(counted.path("id").asLong());
        assertThat(ids(api.get("/pricebook/v2/~/materials?ids=" + part))).isEmpty();
        assertThat(ids(api.get("/pricebook/v2/~/materials?active=False&ids=" + part)))
                .containsExactly(part);
    }

    @Test
    void the_clock_moves_and_stays_moved_over_a_restart() {
        api.desk("PUT", "clock", Caller.object("{'ahead':'PT10M'}"));

        Sandbox restarted = new Sandbox(database, settings(), clock);
        Caller later = new Caller(restarted, settings());

        assertThat(later.desk("GET", "clock", null).path("now").asText()).isEqualTo("2026-05-21T15:10:00Z");
    }

    @Test
    void the_day_works_itself_off_up_to_now() {
        clock.advance(java.time.Duration.ofHours(9));
        api.use(api.newToken());

        long moved = api.desk("POST", "day/work", null).path("moved").asLong();

        assertThat(moved).isPositive();
        assertThat(api.get("/jpm/v2/~/appointments?startsOnOrAfter=2026-05-21&startsBefore=2026-05-22&status=Done")
                        .path("data"))
                .isNotEmpty();
    }

    @Test
    void a_reset_brings_the_same_shop_back() {
        JsonNode before = api.desk("GET", "counters", null);
        book();

        api.desk("POST", "reset", Caller.object("{'seed':'small'}"));

        assertThat(api.desk("GET", "counters", null)).isEqualTo(before);
    }

    @Test
    void the_front_page_says_that_nothing_of_this_is_real() {
        Answer page = api.send("GET", "/", Map.of(), null);

        assertThat(page.headers().get("Content-Type")).startsWith("text/html");
        assertThat(page.headers().get("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.body().text())
                .contains("ServiceTitan sandbox. Simulated data.")
                .contains("<th scope=\"row\">customer</th>")
                .contains("POST /desk/calls")
                .doesNotContain("<script");
    }
}
