package org.fieldwright.servicetitan;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.Config;

/** Reads the settings once, at start, so that a wrong one stops the start and not the first call. */
@ApplicationScoped
class ServiceTitanSettingsFromConfig {
    private static final System.Logger LOG = System.getLogger(ServiceTitanSettingsFromConfig.class.getName());

    @Produces
    @Dependent
    ServiceTitanSettings serviceTitanSettings(Config config) {
        return ServiceTitanSettings.from(config);
    }

    @Produces
    @Dependent
    Pause pause() {
        return Pause.REAL;
    }

    void check(@Observes @Priority(300) Startup started, ServiceTitanSettings settings) {
        LOG.log(Level.DEBUG, "{0}", settings);
    }
}
