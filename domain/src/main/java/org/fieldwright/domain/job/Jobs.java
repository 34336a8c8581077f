package org.fieldwright.domain.job;

import java.util.List;
import java.util.Optional;

/** The jobs of the shop. */
public interface Jobs {
    /** One page, without those that are deleted. */
    List<JobRow> list(JobQuery query);

    /** How many there are, counted up to {@code most}. */
    int count(JobQuery query, int most);

    Optional<JobRecord> find(String number);

    /** The business units that are active, by name. */
    List<BusinessUnit> businessUnits();

    /** A part of the shop with its own books, such as "HVAC Service". */
    record BusinessUnit(long id, String name) {}
}
