package org.fieldwright.domain.outbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One thing to be done in ServiceTitan. Numbers named …Id are ServiceTitan's own. */
public sealed interface Effect {
    /** What it does, in a few words without names of people, such as "Add a note to job 4711". */
    String inWords();

    /** A customer with at least one location; the answer's id is the customer's. */
    record CreateCustomer(
            String name,
            boolean residential,
            Address address,
            List<Contact> contacts,
            List<NewLocation> locations,
            List<Long> tagTypeIds)
            implements Effect {
        @Override
        public String inWords() {
            return "Create a customer";
        }
    }

    record CreateLocation(long customerId, String name, Address address, List<Contact> contacts, List<Long> tagTypeIds)
            implements Effect {
        @Override
        public String inWords() {
            return "Create a location for customer " + customerId;
        }
    }

    /** A request for service as a booking that the office converts in ServiceTitan. */
    record CreateBooking(
            String bookingProvider,
            String source,
            String name,
            Optional<Address> address,
            List<Contact> contacts,
            boolean residential,
            Optional<Instant> start,
            String summary,
            OptionalLong campaignId,
            OptionalLong businessUnitId,
            OptionalLong jobTypeId,
            Optional<Priority> priority,
            boolean firstTimeClient)
            implements Effect {
        @Override
        public String inWords() {
            return "Create a booking";
        }
    }

    record CreateJob(
            long customerId,
            long locationId,
            long businessUnitId,
            long jobTypeId,
            Priority priority,
            long campaignId,
            List<NewAppointment> appointments,
            String summary,
            List<Long> tagTypeIds,
            OptionalLong bookingId)
            implements Effect {
        @Override
        public String inWords() {
            return "Create a job at location " + locationId;
        }
    }

    record AddNote(Subject subject, long subjectId, String text, boolean pinToTop) implements Effect {
        @Override
        public String inWords() {
            return "Add a note to " + subject.inWords() + " " + subjectId;
        }
    }

    record Assign(long jobId, long appointmentId, List<Long> technicianIds) implements Effect {
        @Override
        public String inWords() {
            return "Assign " + count(technicianIds, "technician") + " to appointment " + appointmentId;
        }
    }

    record Unassign(long jobId, long appointmentId, List<Long> technicianIds) implements Effect {
        @Override
        public String inWords() {
            return "Take " + count(technicianIds, "technician") + " off appointment " + appointmentId;
        }
    }

    record CreateEstimate(long jobId, String name, String summary, List<EstimateLine> lines) implements Effect {
        @Override
        public String inWords() {
            return "Create an estimate for job " + jobId;
        }
    }

    record SellEstimate(long estimateId, long soldByTechnicianId) implements Effect {
        @Override
        public String inWords() {
            return "Mark estimate " + estimateId + " sold";
        }
    }

    record DismissEstimate(long estimateId) implements Effect {
        @Override
        public String inWords() {
            return "Dismiss estimate " + estimateId;
        }
    }

    /** Changes an item of an invoice, or adds one when {@code itemId} is empty. */
    record PutInvoiceItem(
            long invoiceId,
            OptionalLong itemId,
            OptionalLong skuId,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            OptionalLong technicianId)
            implements Effect {
        @Override
        public String inWords() {
            return (itemId.isPresent() ? "Change an item of invoice " : "Add an item to invoice ") + invoiceId;
        }
    }

    record RemoveInvoiceItem(long invoiceId, long itemId) implements Effect {
        @Override
        public String inWords() {
            return "Remove an item of invoice " + invoiceId;
        }
    }

    record CreateTask(
            String name,
            String description,
            long reportedById,
            long assignedToId,
            long businessUnitId,
            long taskTypeId,
            long taskSourceId,
            Priority priority,
            Instant reportedDate,
            Optional<Instant> completeBy,
            OptionalLong customerId,
            OptionalLong jobId)
            implements Effect {
        @Override
        public String inWords() {
            return "Create a task" + (jobId.isPresent() ? " for job " + jobId.getAsLong() : "");
        }
    }

    record Tag(Subject subject, long subjectId, long tagTypeId) implements Effect {
        @Override
        public String inWords() {
            return "Tag " + subject.inWords() + " " + subjectId;
        }
    }

    record Untag(Subject subject, long subjectId, long tagTypeId) implements Effect {
        @Override
        public String inWords() {
            return "Take a tag off " + subject.inWords() + " " + subjectId;
        }
    }

    /**
     * A file for a job.
     *
     * @param content where the file is kept with us: its SHA-256 in hex
     */
    record AttachToJob(long jobId, String fileName, String mediaType, String content) implements Effect {
        @Override
        public String inWords() {
            return "Attach a file to job " + jobId;
        }
    }

    /** A visit of a recurring service was made by this job, or was not after all. */
    record MarkVisit(long recurringEventId, long jobId, boolean complete) implements Effect {
        @Override
        public String inWords() {
            return "Mark recurring service event " + recurringEventId + (complete ? " complete" : " incomplete");
        }
    }

    record CompleteJob(long jobId, Instant completedOn) implements Effect {
        @Override
        public String inWords() {
            return "Mark job " + jobId + " complete";
        }
    }

    record HoldJob(long jobId, long reasonId, String memo) implements Effect {
        @Override
        public String inWords() {
            return "Put job " + jobId + " on hold";
        }
    }

    /** What a note or a tag is put on. */
    enum Subject {
        CUSTOMER("customer"),
        LOCATION("location"),
        JOB("job");

        private final String inWords;

        Subject(String inWords) {
            this.inWords = inWords;
        }

        public String inWords() {
            return inWords;
        }
    }

    /** As ServiceTitan ranks jobs, bookings and tasks. */
    enum Priority {
        LOW,
        NORMAL,
        HIGH,
        URGENT
    }

    /** How somebody is reached. */
    enum Way {
        PHONE,
        MOBILE_PHONE,
        EMAIL,
        FAX
    }

    record Contact(Way way, String value, String memo) {}

    /** A postal address; {@code country} as ServiceTitan writes it, such as {@code USA}. */
    record Address(String street, String unit, String city, String state, String zip, String country) {}

    record NewLocation(String name, Address address, List<Contact> contacts) {}

    /** When somebody comes; the customer is told the window. */
    record NewAppointment(
            Instant start,
            Instant end,
            Optional<Instant> windowStart,
            Optional<Instant> windowEnd,
            List<Long> technicianIds) {}

    record EstimateLine(
            long skuId, String description, BigDecimal quantity, BigDecimal unitPrice, BigDecimal unitCost) {}

    private static String count(List<Long> ids, String thing) {
        return ids.size() == 1 ? "a " + thing : ids.size() + " " + thing + "s";
    }
}
