package org.fieldwright.domain.servicetitan;

import java.time.Instant;
import java.util.Set;

/** Which unlisted operations are switched on. */
public interface Capabilities {
    Set<Capability> on();

    void change(Capability capability, boolean on, String by, Instant at);
}
