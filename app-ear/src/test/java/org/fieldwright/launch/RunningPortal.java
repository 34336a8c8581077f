package org.fieldwright.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a running portal with demo accounts and demo manuals. It is started once, with the first test class
 * that asks, and stopped after the last test of all.
 *
 * <p>Use: {@code @ExtendWith(RunningPortal.class)} on the class, and a parameter {@code Portal} on a test, a lifecycle
 * method or the constructor.
 */
public final class RunningPortal implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningPortal.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        portal(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Portal.class;
    }

    @Override
    public Portal resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return portal(context);
    }

    private static Portal portal(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Portal.class, type -> start(), Portal.class);
    }

    private static Portal start() {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "portal-");
            return new Portal(LaunchedBundle.start(data, Map.of()).awaitReady(), data);
        } catch (IOException e) {
            throw new IllegalStateException("The portal cannot be started", e);
        }
    }
}
