package org.fieldwright.sandbox.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.fieldwright.sandbox.desk.Bodies;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** The module {@code /dispatch/v2}. */
public final class Dispatch {
    private Dispatch() {}

    public static void bind(Book book) {
        Book.Chapter dispatch = book.chapter("/dispatch/v2");
        Assignments.bind(dispatch);
        Shifts.bind(dispatch);
        NonJobTime.bind(dispatch);
        Skills.bind(dispatch);
        dispatch.on("POST", "capacity", Capacity::of);
        zones(dispatch);
        references(dispatch);
        dispatch.on("POST", "gps-provider/{gps_provider}/gps-pings", Dispatch::pings)
                .on("GET", "technician-tracking", work -> {
                    long technician = work.askedNumber("technicianId").orElseThrow();
                    long appointment = work.askedNumber("appointmentId").orElseThrow();
                    work.world().named("technician", "technicianId", technician);
                    work.world().named("appointment", "appointmentId", appointment);
                    return Result.of(Json.object()
                            .put(
                                    "technicianTrackingUrl",
                                    "https://track.sandbox.invalid/" + technician + "/" + appointment));
                });
    }

    private static void zones(Book.Chapter dispatch) {
        dispatch.list("zones", "zone")
                .get("zones/{id}", "zone")
                .on("POST", "zones", work -> {
                    Row zone = work.world().add("zone", Bodies.created(work.fields()));
                    return Result.of(zone.answer());
                })
                .on("PATCH", "zones/{zoneId}", work -> {
                    Row zone = work.world().get("zone", work.id("zoneId"));
                    Bodies.merge(zone, work.fields());
                    return Result.of(told(
                                    work.world(),
                                    "tn.dis.zone-updated",
                                    work.ledger().save(zone))
                            .answer());
                })
                .on("DELETE", "zones/{zoneId}", work -> {
                    Row zone = work.ledger().deactivate(work.world().get("zone", work.id("zoneId")));
                    told(work.world(), "tn.dis.zone-deleted", zone);
                    return Result.nothing();
                });
    }

    private static Row told(World world, String type, Row zone) {
        ObjectNode data = Json.object();
        data.set("zone", zone.answer());
        world.tell(type, data);
        return zone;
    }

    private static void references(Book.Chapter dispatch) {
        dispatch.list("teams", "team")
                .on("POST", "teams", work -> {
                    ObjectNode answer = work.world()
                            .add("team", Bodies.created(work.fields()))
                            .answer();
                    return Result.of(answer.put("created", true));
                })
                .on("DELETE", "teams/{id}", work -> {
                    work.ledger().deactivate(work.world().get("team", work.id("id")));
                    return Result.of(Json.object().put("message", "Deleted").put("id", work.id("id")));
                })
                .get("teams/{id}", "team")
                .list("arrival-windows", "arrival-window")
                .get("arrival-windows/{id}", "arrival-window")
                .create("arrival-windows", "arrival-window")
                .on("PUT", "arrival-windows/{id}", work -> {
                    Row window = work.world().get("arrival-window", work.id("id"));
                    Bodies.merge(window, work.fields());
                    return Result.of(work.ledger().save(window).answer());
                })
                .on("GET", "business-hours", work -> Result.of(hours(work).body()))
                .on("POST", "business-hours", work -> {
                    Row hours = hours(work);
                    hours.body().setAll(work.fields());
                    return Result.of(work.ledger().save(hours).body());
                });
    }

    private static Row hours(Work work) {
        return work.ledger()
                .first(Search.of("business-hours"))
                .orElseThrow(() -> new Problem(404, "No business hours are set.", java.util.Map.of()));
    }

    /** Pings are only written; what they say is seen as the technician's last position. */
    private static Result pings(Work work) {
        ArrayNode answers = Json.array();
        Set<String> seen = new java.util.HashSet<>();
        for (JsonNode ping : work.elements()) {
            String external = ping.path("externalId").asText();
            boolean again = !seen.add(external)
                    || work.ledger()
                            .first(Search.of("gps-ping").equal("externalId", external))
                            .isPresent();
            if (!again) {
                ObjectNode kept = ping.deepCopy();
                kept.put("providerId", work.path().get("gps_provider"));
                work.world().add("gps-ping", kept);
                work.ledger()
                        .first(Search.of("truck")
                                .active(true)
                                .equal("name", ping.path("unitName").asText()))
                        .ifPresent(truck -> Json.ids(truck.body().get("technicianIds"))
                                .forEach(id ->
                                        position(work.world(), id, ping.path("latitude"), ping.path("longitude"))));
            }
            answers.addObject()
                    .put("externalId", external)
                    .put("status", again ? "Fail" : "Success")
                    .put("message", again ? "There is a ping with this external id." : "");
        }
        return Result.of(answers);
    }

    /** Where a technician is now. */
    public static void position(World world, long technicianId, JsonNode latitude, JsonNode longitude) {
        Row technician = world.get("technician", technicianId);
        ObjectNode location = technician.body().putObject("location");
        location.set("latitude", latitude);
        location.set("longitude", longitude);
        location.put("coordinatesUpdatedOn", world.now().toString());
        world.ledger().save(technician);
    }
}
