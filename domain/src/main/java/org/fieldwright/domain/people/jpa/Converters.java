package org.fieldwright.domain.people.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;

/** How values are stored that JPA 3.1 does not know. */
final class Converters {
    private Converters() {}

    /** Points in time as PostgreSQL's {@code timestamptz}. Public, because EclipseLink calls it by reflection. */
    @Converter(autoApply = true)
    public static class InstantAsTimestamp implements AttributeConverter<Instant, Timestamp> {
        @Override
        public Timestamp convertToDatabaseColumn(Instant instant) {
            return instant == null ? null : Timestamp.from(instant);
        }

        @Override
        public Instant convertToEntityAttribute(Timestamp timestamp) {
            return timestamp == null ? null : timestamp.toInstant();
        }
    }
}
