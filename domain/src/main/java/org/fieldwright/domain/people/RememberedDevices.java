package org.fieldwright.domain.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The browsers that need not sign in again for a while. */
public interface RememberedDevices {
    void add(RememberedDevice device);

    Optional<RememberedDevice> find(String selector);

    /** A person's browsers, the one used last first. */
    List<RememberedDevice> of(UUID person);

    /**
     * Replaces a device if nobody else did since it was read.
     *
     * @return false when it was changed or removed meanwhile
     */
    boolean replace(RememberedDevice before, RememberedDevice after);

    void remove(String selector);

    void removeAllOf(UUID person);

    void removeExpired(Instant now);
}
