package org.fieldwright.domain.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.fieldwright.domain.people.Role;
import org.junit.jupiter.api.Test;

/** What every {@link RoleMappings} promises. */
public interface RoleMappingsContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    RoleMappings mappings();

    @Test
    default void at_first_nothing_is_decided() {
        assertThat(mappings().all()).isEmpty();
    }

    @Test
    default void what_is_decided_replaces_what_was_and_leaves_the_rest() {
        mappings().put(Map.of("11", Set.of(Role.TECHNICIAN), "CSR", Set.of(Role.DISPATCHER)), "pat@shop.example", NOON);

        mappings()
                .put(
                        Map.of("11", Set.of(Role.TECHNICIAN, Role.ESTIMATOR), "12", Set.of()),
                        "sam@shop.example",
                        NOON.plusSeconds(1));

        assertThat(mappings().all())
                .isEqualTo(Map.of(
                        "11", Set.of(Role.TECHNICIAN, Role.ESTIMATOR), "12", Set.of(), "CSR", Set.of(Role.DISPATCHER)));
    }
}
