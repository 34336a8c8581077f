package org.fieldwright.domain.manual;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;

/** Reads the settings of this feature once. */
@ApplicationScoped
class SettingsFromConfig {
    @Produces
    ManualSettings manualSettings(Config config) {
        return ManualSettings.from(config);
    }
}
