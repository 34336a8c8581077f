package org.fieldwright.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Where the API begins. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl",
                true,
                // Otherwise the first 8 KB are held back, and a model's words would all come at its end.
                "jersey.config.server.contentLength.buffer",
                0);
    }
}
