package org.fieldwright.domain.webhook;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.mirror.Kind;

/** Where events of each family say what they are about. A type of a known family that we have never seen is read like the others. */
final class Mentions {
    private static final List<Place> PLACES = List.of(
            new Place("tn.jpm.job-", Kind.JOB, "/job/id"),
            new Place("tn.jpm.job-", Kind.JOB, "/appointment/jobId"),
            new Place("tn.jpm.job-", Kind.APPOINTMENT, "/appointment/id"),
            new Place("tn.jpm.job-", Kind.APPOINTMENT, "/appointmentId"),
            new Place("tn.jpm.job-", Kind.APPOINTMENT, "/job/lastAppointmentId"),
            new Place("tn.dis.technician-", Kind.JOB, "/job/id"),
            new Place("tn.dis.technician-", Kind.APPOINTMENT, "/appointment/id"),
            new Place("tn.dis.zone-", Kind.ZONE, "/zone/id"),
            new Place("tn.crm.lead-", Kind.LEAD, "/lead/id"),
            new Place("tn.crm.booking-", Kind.BOOKING, "/booking/id"),
            new Place("tn.tlc.call-", Kind.CALL, "/call/leadCall/id"),
            new Place("tn.acc.invoice-", Kind.INVOICE, "/invoice/id"),
            new Place("tn.stt.employee-", Kind.EMPLOYEE, "/employee/id"));

    private Mentions() {}

    private record Place(String family, Kind kind, String pointer) {}

    /** Whether events of this type concern anything that is mirrored. */
    static boolean areUsed(String type) {
        return PLACES.stream().anyMatch(place -> type.startsWith(place.family()));
    }

    /** What an event is about, each record once, what it is mainly about first. */
    static List<Mention> in(String type, JsonObject data) {
        return PLACES.stream()
                .filter(place -> type.startsWith(place.family()))
                .flatMap(place -> id(data, place.pointer()).map(id -> new Mention(place.kind(), id)).stream())
                .distinct()
                .toList();
    }

    private static Optional<Long> id(JsonObject data, String pointer) {
        try {
            JsonValue value = jakarta.json.Json.createPointer(pointer).getValue(data);
            return value instanceof JsonNumber number && number.longValueExact() > 0
                    ? Optional.of(number.longValueExact())
                    : Optional.empty();
        } catch (JsonException | ArithmeticException notThere) {
            return Optional.empty();
        }
    }
}
