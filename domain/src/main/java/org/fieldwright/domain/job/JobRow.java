package org.fieldwright.domain.job;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A job in a list. Words are blank where the mirror does not hold them (yet).
 *
 * @param status as ServiceTitan names it
 * @param technicians their names, joined by commas
 * @param start of its last appointment
 * @param total before payments, as the job says
 */
public record JobRow(
        long id,
        String number,
        String status,
        String jobType,
        String businessUnit,
        String customer,
        String street,
        String city,
        String technicians,
        Optional<Instant> start,
        Optional<BigDecimal> total,
        Instant createdOn) {}
