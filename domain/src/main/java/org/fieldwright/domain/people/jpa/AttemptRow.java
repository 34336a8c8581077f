package org.fieldwright.domain.people.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.fieldwright.domain.people.Attempt;

/** An {@link Attempt} as it is stored. */
@Entity
@Table(name = "sign_in_attempt")
class AttemptRow {
    @Id
    private String email;

    private int failures;

    @Column(name = "paused_until")
    private Instant pausedUntil;

    @Column(name = "last_at")
    private Instant lastAt;

    /** For JPA. */
    protected AttemptRow() {}

    void take(Attempt attempt) {
        failures = attempt.failures();
        pausedUntil = attempt.pausedUntil().orElse(null);
        lastAt = attempt.lastAt();
    }

    Attempt toAttempt() {
        return new Attempt(failures, Optional.ofNullable(pausedUntil), lastAt);
    }
}
