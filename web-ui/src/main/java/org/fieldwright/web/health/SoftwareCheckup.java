package org.fieldwright.web.health;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.health.Part;
import org.fieldwright.domain.shared.InWords;

/** What runs here, and for how long. */
@ApplicationScoped
class SoftwareCheckup implements Checkup {
    private Clock clock;
    private volatile String version = "unknown";
    private volatile String server = "unknown";

    /** For the container's proxy. */
    protected SoftwareCheckup() {}

    @Inject
    SoftwareCheckup(Clock clock) {
        this.clock = clock;
    }

    /** Now: the threads that look later belong to no request, and to no servlet context. */
    void remember(@Observes @Priority(150) ServletContextEvent opened) {
        remember(opened.getServletContext());
    }

    private void remember(ServletContext context) {
        server = context.getServerInfo();
        version = version(context);
    }

    @Override
    public Part part() {
        return Part.SOFTWARE;
    }

    @Override
    public Finding look() {
        Instant started =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return Finding.good(Part.SOFTWARE, "The server was started " + InWords.ago(started, clock.instant()) + ".")
                .with("fieldwright", version)
                .with("server", server)
                .with("java", Runtime.version() + " (" + System.getProperty("java.vendor") + ")")
                .with("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .with("cores", Runtime.getRuntime().availableProcessors())
                .with("memory", InWords.bytes(Runtime.getRuntime().maxMemory()));
    }

    /** As the build wrote it into the archive. */
    private static String version(ServletContext context) {
        try (InputStream file = context.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            return file == null
                    ? "unknown"
                    : Optional.ofNullable(new Manifest(file)
                                    .getMainAttributes()
                                    .getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                            .orElse("unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
