package org.fieldwright.domain.servicetitan;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Switches for tests. */
public class InMemoryCapabilities implements Capabilities {
    private final Set<Capability> on = EnumSet.noneOf(Capability.class);

    @Override
    public Set<Capability> on() {
        return on.isEmpty() ? EnumSet.noneOf(Capability.class) : EnumSet.copyOf(on);
    }

    @Override
    public void change(Capability capability, boolean wanted, String by, Instant at) {
        if (wanted) {
            on.add(capability);
        } else {
            on.remove(capability);
        }
    }
}
