package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.outbox.Effect;
import org.fieldwright.domain.outbox.EffectSender.Receipt;
import org.fieldwright.domain.servicetitan.Connection;

/** Customers, locations and bookings; notes and tags of the first two. */
final class CrmEffects {
    private final Line line;

    CrmEffects(Line line) {
        this.line = line;
    }

    Receipt create(Effect.CreateCustomer customer, UUID key, boolean again) {
        Connection connection = line.connection();
        return Once.created(
                again,
                () -> keyed(connection, "customers", Scopes.CUSTOMERS, key).or(() -> like(customer)),
                () -> line.create(
                        Scopes.CUSTOMERS_WRITE,
                        clients -> clients.of(CrmApi.class)
                                .createCustomer(clients.tenant(), Bodies.customer(customer, connection, key))));
    }

    Receipt create(Effect.CreateLocation location, UUID key, boolean again) {
        Connection connection = line.connection();
        return Once.created(
                again,
                () -> keyed(connection, "locations", Scopes.LOCATIONS, key).or(() -> like(location)),
                () -> line.create(
                        Scopes.LOCATIONS_WRITE,
                        clients -> clients.of(CrmApi.class)
                                .createLocation(clients.tenant(), Bodies.location(location, connection, key))));
    }

    Receipt create(Effect.CreateBooking booking, UUID key, boolean again) {
        return Once.created(
                again,
                () -> Records.first(
                        page -> line.read(
                                Scopes.BOOKINGS,
                                clients -> clients.of(CrmApi.class)
                                        .bookings(clients.tenant(), booking.bookingProvider(), key.toString())),
                        found -> Records.text(found, "externalId").equals(key.toString())),
                () -> line.create(
                        Scopes.BOOKINGS_WRITE,
                        clients -> clients.of(CrmApi.class)
                                .createBooking(
                                        clients.tenant(), booking.bookingProvider(), Bodies.booking(booking, key))));
    }

    Receipt note(Effect.AddNote note, UUID key, boolean again) {
        Mark mark = Mark.of(key);
        Things things = Things.of(note.subject());
        return Once.created(
                again,
                () -> Records.first(
                        page -> line.read(
                                things.read(),
                                clients -> clients.of(CrmApi.class)
                                        .notes(
                                                clients.tenant(),
                                                things.path(),
                                                note.subjectId(),
                                                page,
                                                Records.PAGE_SIZE)),
                        found -> mark.isIn(Records.text(found, "text"))),
                () -> line.create(
                        things.write(),
                        clients -> clients.of(CrmApi.class)
                                .addNote(
                                        clients.tenant(),
                                        things.path(),
                                        note.subjectId(),
                                        Bodies.note(mark.under(note.text()), note.pinToTop()))));
    }

    Receipt tag(Effect.Subject subject, long id, long tag) {
        Things things = Things.of(subject);
        return Once.brought(
                () -> isTagged(things, id, tag),
                () -> line.change(
                        things.write(),
                        clients -> clients.of(CrmApi.class).tag(clients.tenant(), things.path(), id, tag)));
    }

    Receipt untag(Effect.Subject subject, long id, long tag) {
        Things things = Things.of(subject);
        return Once.brought(
                () -> !isTagged(things, id, tag),
                () -> line.change(
                        things.write(),
                        clients -> clients.of(CrmApi.class).untag(clients.tenant(), things.path(), id, tag)));
    }

    private boolean isTagged(Things things, long id, long tag) {
        JsonObject record = line.read(
                things.read(),
                clients -> clients.of(CrmApi.class).read(clients.tenant(), things.path() + "/" + id, ReadQuery.none()));
        return Records.numbers(record, "tagTypeIds").contains(tag);
    }

    /** What carries our key, if the application can leave one. */
    private Optional<JsonObject> keyed(Connection connection, String things, String scope, UUID key) {
        if (connection.applicationGuid().isBlank()) {
            return Optional.empty();
        }
        return Records.first(
                page -> line.read(
                        scope,
                        clients -> clients.of(CrmApi.class)
                                .withKey(
                                        clients.tenant(),
                                        things,
                                        connection.applicationGuid(),
                                        Bodies.KEY,
                                        key.toString(),
                                        "Any")),
                found -> carries(found, key));
    }

    /** They leave out of account what they do not know: so it is compared once more. */
    static boolean carries(JsonObject record, UUID key) {
        return Records.objects(record, "externalData").stream()
                .anyMatch(entry -> Records.text(entry, "value").equals(key.toString()));
    }

    private Optional<JsonObject> like(Effect.CreateCustomer customer) {
        if (!line.connection().applicationGuid().isBlank()) {
            return Optional.empty();
        }
        return Records.first(
                page -> line.read(
                        Scopes.CUSTOMERS,
                        clients -> clients.of(CrmApi.class)
                                .customersNamed(
                                        clients.tenant(),
                                        Words.encoded(customer.name()),
                                        Words.encoded(customer.address().zip()),
                                        page,
                                        Records.PAGE_SIZE)),
                found -> isLike(found, customer.name(), customer.address()));
    }

    private Optional<JsonObject> like(Effect.CreateLocation location) {
        if (!line.connection().applicationGuid().isBlank()) {
            return Optional.empty();
        }
        return Records.first(
                page -> line.read(
                        Scopes.LOCATIONS,
                        clients -> clients.of(CrmApi.class)
                                .locationsNamed(
                                        clients.tenant(),
                                        location.customerId(),
                                        Words.encoded(location.name()),
                                        page,
                                        Records.PAGE_SIZE)),
                found -> Records.number(found, "customerId") == location.customerId()
                        && isLike(found, location.name(), location.address()));
    }

    private static boolean isLike(JsonObject found, String name, Effect.Address address) {
        JsonObject where = Records.object(found, "address");
        return Records.text(found, "name").equalsIgnoreCase(name)
                && Records.text(where, "street").equalsIgnoreCase(address.street())
                && Records.text(where, "zip").equalsIgnoreCase(address.zip());
    }

    /** Customers or locations, and the rights that they need. */
    private record Things(String path, String read, String write) {
        static Things of(Effect.Subject subject) {
            return switch (subject) {
                case CUSTOMER -> new Things("customers", Scopes.CUSTOMERS, Scopes.CUSTOMERS_WRITE);
                case LOCATION -> new Things("locations", Scopes.LOCATIONS, Scopes.LOCATIONS_WRITE);
                case JOB -> throw new IllegalArgumentException("jobs are elsewhere");
            };
        }
    }
}
