package org.fieldwright.rag.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;

/** Reads the settings of this feature once. */
@ApplicationScoped
class SettingsFromConfig {
    @Produces
    PageImageSettings pageImageSettings(Config config) {
        return PageImageSettings.from(config);
    }
}
