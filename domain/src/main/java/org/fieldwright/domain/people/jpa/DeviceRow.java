package org.fieldwright.domain.people.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.people.RememberedDevice;

/** A {@link RememberedDevice} as it is stored. */
@Entity
@Table(name = "remembered_device")
class DeviceRow {
    @Id
    private String selector;

    private UUID person;
    private String browser;
    private int generation;

    @Column(name = "validator_sha256")
    private String validator;

    @Column(name = "previous_sha256")
    private String previous;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "rotated_at")
    private Instant rotatedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA. */
    protected DeviceRow() {}

    static DeviceRow of(RememberedDevice device) {
        DeviceRow row = new DeviceRow();
        row.selector = device.selector();
        row.person = device.person();
        row.browser = device.browser();
        row.generation = device.generation();
        row.validator = device.validator();
        row.previous = device.previous().orElse(null);
        row.createdAt = device.createdAt();
        row.rotatedAt = device.rotatedAt();
        row.expiresAt = device.expiresAt();
        return row;
    }

    RememberedDevice toDevice() {
        return new RememberedDevice(
                selector,
                person,
                browser,
                generation,
                validator,
                Optional.ofNullable(previous),
                createdAt,
                rotatedAt,
                expiresAt);
    }
}
