package org.fieldwright.domain.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.fieldwright.domain.shared.InWords;

/** Whether the data directory has room. */
@ApplicationScoped
class DiskCheckup implements Checkup {
    private static final long MEGABYTE = 1L << 20;
    private static final long LITTLE = 2048 * MEGABYTE;
    private static final long NOTHING = 256 * MEGABYTE;

    private Path folder;

    /** For the container's proxy. */
    protected DiskCheckup() {}

    @Inject
    DiskCheckup(Config config) {
        this(Path.of(config.getOptionalValue("fieldwright.data-directory", String.class)
                .orElse("data")));
    }

    DiskCheckup(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public Part part() {
        return Part.DISK;
    }

    @Override
    public Finding look() {
        if (!Files.isWritable(folder)) {
            return Finding.bad(
                            Part.DISK,
                            "The data directory is not there, or the portal may not write to it.",
                            "Give it to the user that the portal runs as.")
                    .with("folder", folder);
        }
        try {
            FileStore disk = Files.getFileStore(folder);
            return judged(disk.getUsableSpace(), disk.getTotalSpace()).with("folder", folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * What so much room means.
     *
     * @param free bytes that can be used
     * @param total bytes of the whole disk
     */
    static Finding judged(long free, long total) {
        String room = InWords.bytes(free) + " of " + InWords.bytes(total) + " are free.";
        return verdict(free, total, room)
                .with("free", InWords.bytes(free))
                .with("share", total == 0 ? "unknown" : Math.round(100.0 * free / total) + " %");
    }

    private static Finding verdict(long free, long total, String room) {
        if (free < NOTHING) {
            return Finding.bad(
                    Part.DISK,
                    "The disk is full: " + room,
                    "Free some room now: uploads and the search index fail without it. Drawn pages and the index in the data"
                            + " directory can be made again.");
        }
        if (free < LITTLE || free < total / 10) {
            return Finding.warn(
                    Part.DISK,
                    "The disk is nearly full: " + room,
                    "Free some room, give the disk more, or lower fieldwright.page-images.cache-megabytes.");
        }
        return Finding.good(Part.DISK, room);
    }
}
