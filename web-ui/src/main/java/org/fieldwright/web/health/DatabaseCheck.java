package org.fieldwright.web.health;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;
import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.Part;

/** Ready when the database answers. */
@Readiness
@Dependent
class DatabaseCheck extends ReadyWhenNotBad {
    @Inject
    DatabaseCheck(@Any Instance<Checkup> checkups) {
        super(Part.DATABASE, checkups);
    }
}
