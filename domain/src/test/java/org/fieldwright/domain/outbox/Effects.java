package org.fieldwright.domain.outbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One effect of each kind, made up. */
public final class Effects {
    private static final Instant MORNING = Instant.parse("2026-03-03T14:00:00Z");
    private static final Effect.Address HOME = new Effect.Address("12 Elm St", "", "Springfield", "IL", "62701", "USA");
    private static final List<Effect.Contact> PHONE =
            List.of(new Effect.Contact(Effect.Way.MOBILE_PHONE, "217-555-0112", "after 5 pm"));

    private Effects() {}

    public static Effect note(long jobId, String text) {
        return new Effect.AddNote(Effect.Subject.JOB, jobId, text, false);
    }

    public static List<Effect> all() {
        return List.of(
                new Effect.CreateCustomer(
                        "Pat Example",
                        true,
                        HOME,
                        PHONE,
                        List.of(new Effect.NewLocation("Home", HOME, PHONE)),
                        List.of(3L)),
                new Effect.CreateLocation(7, "Cabin", HOME, PHONE, List.of()),
                new Effect.CreateBooking(
                        "fieldwright",
                        "Phone",
                        "Pat Example",
                        Optional.of(HOME),
                        PHONE,
                        true,
                        Optional.of(MORNING),
                        "No heat",
                        OptionalLong.of(9),
                        OptionalLong.of(2),
                        OptionalLong.empty(),
                        Optional.of(Effect.Priority.URGENT),
                        false),
                new Effect.CreateJob(
                        7,
                        8,
                        2,
                        5,
                        Effect.Priority.NORMAL,
                        9,
                        List.of(new Effect.NewAppointment(
                                MORNING,
                                MORNING.plusSeconds(7200),
                                Optional.of(MORNING),
                                Optional.empty(),
                                List.of(31L, 32L))),
                        "No heat upstairs",
                        List.of(3L),
                        OptionalLong.empty()),
                note(4711, "Replaced capacitor"),
                new Effect.Assign(4711, 12, List.of(31L)),
                new Effect.Unassign(4711, 12, List.of(31L, 32L)),
                new Effect.CreateEstimate(
                        4711,
                        "Better",
                        "New capacitor and contactor",
                        List.of(new Effect.EstimateLine(
                                88,
                                "Dual run capacitor",
                                new BigDecimal("2"),
                                new BigDecimal("189.00"),
                                new BigDecimal("21.35")))),
                new Effect.SellEstimate(60, 31),
                new Effect.DismissEstimate(61),
                new Effect.PutInvoiceItem(
                        90,
                        OptionalLong.empty(),
                        OptionalLong.of(88),
                        "Dual run capacitor",
                        new BigDecimal("1.5"),
                        new BigDecimal("189.00"),
                        OptionalLong.of(31)),
                new Effect.RemoveInvoiceItem(90, 91),
                new Effect.CreateTask(
                        "Call back",
                        "Asked for a quote",
                        1,
                        2,
                        2,
                        5,
                        6,
                        Effect.Priority.LOW,
                        MORNING,
                        Optional.empty(),
                        OptionalLong.of(7),
                        OptionalLong.of(4711)),
                new Effect.Tag(Effect.Subject.CUSTOMER, 7, 3),
                new Effect.Untag(Effect.Subject.LOCATION, 8, 3),
                new Effect.AttachToJob(4711, "nameplate.jpg", "image/jpeg", "ab".repeat(32)),
                new Effect.MarkVisit(70, 4711, true),
                new Effect.CompleteJob(4711, MORNING),
                new Effect.HoldJob(4711, 4, "Waiting for a part"));
    }
}
