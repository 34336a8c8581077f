package org.fieldwright.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Where the API begins, and what belongs to it: left to itself the server would take ServiceTitan's API for ours as well. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ManualsResource.class,
                PagesResource.class,
                QuestionsResource.class,
                TasksResource.class,
                TokensResource.class,
                WordsResource.class,
                ProblemMappers.OfFaults.class,
                ProblemMappers.OfShapes.class,
                ProblemMappers.OfTheFramework.class,
                ProblemMappers.OfBodies.class,
                ProblemMappers.OfSurprises.class);
    }

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
