package org.fieldwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;

/** Reads the settings of the edge once. */
@ApplicationScoped
class SettingsFromConfig {
    @Produces
    SecuritySettings securitySettings(Config config) {
        return SecuritySettings.from(config);
    }

    @Produces
    OidcSettings oidcSettings(Config config) {
        return OidcSettings.from(config);
    }

    @Produces
    PaceSettings paceSettings(Config config) {
        return PaceSettings.from(config);
    }
}
