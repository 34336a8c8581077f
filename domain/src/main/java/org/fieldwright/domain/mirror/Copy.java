package org.fieldwright.domain.mirror;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One record as ServiceTitan gave it.
 *
 * @param id unique within its kind
 * @param active false once it is deleted there
 * @param modifiedOn when it was changed there last; empty where they do not say
 * @param json the record as it came: an object
 */
public record Copy(long id, boolean active, Optional<Instant> modifiedOn, String json) {
    public Copy {
        requireNonNull(modifiedOn, "modifiedOn");
        requireNonNull(json, "json");
    }
}
