package org.fieldwright.domain.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The time, so that tests can bring their own. */
@ApplicationScoped
class TheClock {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
