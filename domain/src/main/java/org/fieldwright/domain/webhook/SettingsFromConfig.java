package org.fieldwright.domain.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;

/** Reads the settings of this feature once. */
@ApplicationScoped
class SettingsFromConfig {
    @Produces
    WebhookSettings webhookSettings(Config config) {
        return WebhookSettings.from(config);
    }
}
