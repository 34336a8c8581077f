package org.fieldwright.domain.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;

/** Reads the settings of this feature once. */
@ApplicationScoped
class SettingsFromConfig {
    @Produces
    PeopleSettings peopleSettings(Config config) {
        return PeopleSettings.from(config);
    }
}
