package org.fieldwright.rag.page;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * The limits of drawing pages.
 *
 * @param folder where drawn pages are kept
 * @param cacheMegabytes how much of them is kept, {@code fieldwright.page-images.cache-megabytes}
 * @param heapMegabytes the memory of the process that draws, {@code fieldwright.page-images.heap-megabytes}
 * @param timePerPage the longest one page may take, {@code fieldwright.page-images.time-per-page}
 * @param idle how long the process waits for the next page before it ends, {@code fieldwright.page-images.idle}
 */
public record PageImageSettings(
        Path folder, int cacheMegabytes, int heapMegabytes, Duration timePerPage, Duration idle) {
    public PageImageSettings {
        requireNonNull(folder, "folder");
        require(cacheMegabytes >= 0, "cache-megabytes must be zero or more");
        require(heapMegabytes >= 128, "heap-megabytes must be 128 or more");
        require(!timePerPage.isNegative() && !timePerPage.isZero(), "time-per-page must be a duration above zero");
        require(!idle.isNegative() && !idle.isZero(), "idle must be a duration above zero");
    }

    /** The folder lies in {@code fieldwright.data-directory}. */
    public static PageImageSettings from(Config config) {
        return new PageImageSettings(
                Path.of(config.getOptionalValue("fieldwright.data-directory", String.class)
                                .orElse("data"))
                        .resolve("page-images"),
                config.getOptionalValue("fieldwright.page-images.cache-megabytes", Integer.class)
                        .orElse(2048),
                config.getOptionalValue("fieldwright.page-images.heap-megabytes", Integer.class)
                        .orElse(512),
                config.getOptionalValue("fieldwright.page-images.time-per-page", Duration.class)
                        .orElse(Duration.ofSeconds(20)),
                config.getOptionalValue("fieldwright.page-images.idle", Duration.class)
                        .orElse(Duration.ofMinutes(5)));
    }

    private static void require(boolean met, String rule) {
        if (!met) {
            throw new IllegalArgumentException("fieldwright.page-images." + rule);
        }
    }
}
