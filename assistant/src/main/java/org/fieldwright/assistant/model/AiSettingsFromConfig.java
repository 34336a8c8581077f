package org.fieldwright.assistant.model;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;

/** Reads the settings of the model once, at start, so that a wrong one stops the start and not the first question. */
@ApplicationScoped
class AiSettingsFromConfig {
    private static final System.Logger LOG = System.getLogger(AiSettingsFromConfig.class.getName());

    @Produces
    @Dependent
    AiSettings aiSettings(Config config) {
        return AiSettings.from(config);
    }

    void check(@Observes @Priority(300) Startup started, AiSettings settings) {
        LOG.log(
                System.Logger.Level.INFO,
                "{0}, {1}",
                settings,
                Prompt.fromFile().version());
    }
}
