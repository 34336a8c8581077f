package org.fieldwright.servicetitan;

import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.fieldwright.domain.shared.MapConfig;

/** Outside a server nothing is configured; the REST client asks all the same. */
public class NoConfig extends ConfigProviderResolver {
    @Override
    public Config getConfig() {
        return new MapConfig(Map.of());
    }

    @Override
    public Config getConfig(ClassLoader loader) {
        return getConfig();
    }

    @Override
    public ConfigBuilder getBuilder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void registerConfig(Config config, ClassLoader classLoader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void releaseConfig(Config config) {
        throw new UnsupportedOperationException();
    }
}
