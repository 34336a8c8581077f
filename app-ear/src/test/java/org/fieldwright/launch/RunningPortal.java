package org.fieldwright.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives tests a running {@link Portal} with demo accounts and demo manuals. */
public final class RunningPortal extends SharedPortal<Portal> {
    RunningPortal() {
        super(Portal.class);
    }

    /** The same portal, for extensions that need it too. */
    public static Portal of(ExtensionContext context) {
        return new RunningPortal().portal(context);
    }

    @Override
    Running<Portal> start() throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "portal-");
        Portal portal = new Portal(LaunchedBundle.start(data, Map.of()).awaitReady(), data);
        return new Running<>(portal, portal::close);
    }
}
