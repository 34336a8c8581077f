package org.fieldwright.domain.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How all parts were found at one moment, in the order of {@link Part}. */
public record HealthReport(Instant at, List<Finding> findings) {
    public HealthReport {
        findings = findings.stream().sorted(Comparator.comparing(Finding::part)).toList();
    }

    public long count(Condition condition) {
        return findings.stream()
                .filter(finding -> finding.condition() == condition)
                .count();
    }
}
