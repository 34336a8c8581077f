package org.fieldwright.launch;

import java.net.URI;
import java.nio.file.Path;
import org.fieldwright.sandbox.SandboxSettings;

/** The portal that the tests of this module share. Its data is thrown away with the build folder. */
public final class Portal implements AutoCloseable {

    /** The password of every demo account. */
    public static final String DEMO_PASSWORD = "fieldwright-demo";

    /** The key that the sandbox beside it signs events with. */
    public static final String WEBHOOK_KEY = SandboxSettings.demo().webhooks().key();

    /** The tenant of that sandbox. */
    public static final long TENANT = SandboxSettings.demo().tenant();

    private final LaunchedBundle bundle;
    private final Path data;

    Portal(LaunchedBundle bundle, Path data) {
        this.bundle = bundle;
        this.data = data;
    }

    /** The address of the first page, with a slash at its end. */
    public URI address() {
        return bundle.address();
    }

    /** The address of a page, given as {@code sign-in} or {@code api/v1/manuals}. */
    public URI page(String path) {
        return address().resolve(path);
    }

    /** The e-mail address of a demo account: technician, dispatcher, estimator, billing, manager or admin. */
    public static String account(String role) {
        return role + "@demo.fieldwright";
    }

    public Path data() {
        return data;
    }

    /** Waits until the demo manuals can be asked; they are read after the portal has become ready. */
    public Portal withDemoManuals() {
        bundle.awaitDemoManuals();
        return this;
    }

    /** What the launcher has told its operator so far. */
    public String said() {
        return bundle.said();
    }

    @Override
    public void close() {
        bundle.close();
    }
}
