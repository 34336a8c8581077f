package org.fieldwright.rag.search;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/**
 * Where the indexes lie and how soon they follow what other nodes change.
 *
 * @param folder of this node alone; everything in it can be built again
 * @param followEvery how often the library is asked for changes, {@code fieldwright.search.follow-every}
 * @param vectors where vectors are searched, {@code fieldwright.search.vectors}: {@code auto} (default), {@code pgvector} or
 *     {@code lucene}
 */
record SearchSettings(Path folder, Duration followEvery, VectorPlace vectors) {
    SearchSettings {
        requireNonNull(folder, "folder");
        requireNonNull(vectors, "vectors");
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
                        .orElse(Duration.ofSeconds(5)),
                place(config.getOptionalValue("fieldwright.search.vectors", String.class)
                        .orElse("auto")));
    }

    private static VectorPlace place(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "auto" -> VectorPlace.AUTO;
            case "pgvector" -> VectorPlace.PGVECTOR;
            case "lucene" -> VectorPlace.LUCENE;
            default ->
                throw new IllegalArgumentException(
                        "fieldwright.search.vectors must be auto, pgvector or lucene, not " + name);
        };
    }
}
