package org.fieldwright.rag.search;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * Where the indexes lie and how soon they follow what other nodes change.
 *
 * @param folder of this node alone; everything in it can be built again
 * @param followEvery how often the library is asked for changes, {@code fieldwright.search.follow-every}
 */
record SearchSettings(Path folder, Duration followEvery) {
    SearchSettings {
        requireNonNull(folder, "folder");
        if (followEvery.toMillis() < 500) {
            throw new IllegalArgumentException(
                    "fieldwright.search.follow-every must be at least half a second, not " + followEvery);
        }
    }

    /** The folder lies in {@code fieldwright.data-directory}. */
    static SearchSettings from(Config config) {
        return new SearchSettings(
                Path.of(config.getOptionalValue("fieldwright.data-directory", String.class)
                                .orElse("data"))
                        .resolve("lucene"),
                config.getOptionalValue("fieldwright.search.follow-every", Duration.class)
                        .orElse(Duration.ofSeconds(5)));
    }
}
