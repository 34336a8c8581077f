package org.fieldwright.domain.job;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job with all that hangs on it.
 *
 * @param summary what was asked for
 * @param mergedInto the customer's number after a merge in ServiceTitan
 * @param phones of the location, or else of the customer
 * @param deleted it is deleted there
 */
public record JobRecord(
        JobRow row,
        String summary,
        String priority,
        String campaign,
        Optional<Instant> completedOn,
        long customerId,
        Optional<Long> mergedInto,
        long locationId,
        String place,
        List<String> phones,
        List<String> tags,
        List<Visit> visits,
        List<Note> notes,
        List<Event> history,
        List<Offer> estimates,
        Optional<Bill> invoice,
        List<Installed> equipment,
        boolean deleted) {
    public JobRecord {
        phones = List.copyOf(phones);
        tags = List.copyOf(tags);
        visits = List.copyOf(visits);
        notes = List.copyOf(notes);
        history = List.copyOf(history);
        estimates = List.copyOf(estimates);
        equipment = List.copyOf(equipment);
    }

    /** An appointment. */
    public record Visit(long id, String number, String status, Instant start, Instant end, String technicians) {}

    public record Note(String text, boolean pinned, Instant at) {}

    /** Something that happened to the job, as ServiceTitan names it. */
    public record Event(String what, Instant at) {}

    /** An estimate. */
    public record Offer(long id, String name, String status, BigDecimal subtotal) {}

    /** The job's invoice. */
    public record Bill(long id, String number, BigDecimal total, BigDecimal balance) {}

    /** Equipment at the location. */
    public record Installed(long id, String name, String manufacturer, String model, String serialNumber) {}
}
