package org.fieldwright.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
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
import org.fieldwright.domain.health.InWords;
import org.fieldwright.domain.health.Part;

/** What runs here, and for how long. */
@ApplicationScoped
class SoftwareCheckup implements Checkup {
    private ServletContext context;
    private Clock clock;

    /** For the container's proxy. */
    protected SoftwareCheckup() {}

    @Inject
    SoftwareCheckup(ServletContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
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
                .with("fieldwright", version())
                .with("server", context.getServerInfo())
                .with("java", Runtime.version() + " (" + System.getProperty("java.vendor") + ")")
                .with("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .with("cores", Runtime.getRuntime().availableProcessors())
                .with("memory", InWords.bytes(Runtime.getRuntime().maxMemory()));
    }

    /** As the build wrote it into the archive. */
    private String version() {
        try (InputStream file = context.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            return Optional.ofNullable(file == null ? null : new Manifest(file))
                    .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .orElse("unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
