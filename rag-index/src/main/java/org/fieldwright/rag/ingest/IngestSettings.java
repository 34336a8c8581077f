package org.fieldwright.rag.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Takes the settings of reading from the configuration. */
@ApplicationScoped
class IngestSettings {
    @Produces
    @Singleton
    ReadingSettings readingSettings(Config config) {
        return ReadingSettings.from(name -> config.getOptionalValue(name, String.class));
    }
}
