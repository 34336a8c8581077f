package org.fieldwright.web.health;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;
import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.Part;

/** Ready when the index follows the library and the embedding model is loaded; says where vectors are searched. */
@Readiness
@Dependent
class SearchCheck extends ReadyWhenNotBad {
    @Inject
    SearchCheck(@Any Instance<Checkup> checkups) {
        super(Part.SEARCH, checkups);
    }
}
