package org.fieldwright.rag.search;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.util.Optional;
import org.fieldwright.domain.manual.Embedder;
import org.fieldwright.rag.lucene.LuceneIndexes;
import org.fieldwright.rag.pgvector.Pgvector;
import org.fieldwright.rag.pgvector.VectorDatabase;
import org.fieldwright.rag.store.VectorStore;

/**
 * Where vectors are searched from this start to the next.
 *
 * @param name of the technology
 * @param pgvector its version where the database has it and it is used
 * @param warning what an operator should know, in words
 */
record ChosenVectors(VectorStore store, String name, Optional<String> pgvector, Optional<String> warning) {
    private static final System.Logger LOG = System.getLogger(ChosenVectors.class.getName());

    /**
     * Chooses, says so in the log, and opens the store.
     *
     * @throws IllegalStateException when the settings insist on pgvector and it cannot be used
     */
    static ChosenVectors open(SearchSettings settings, VectorDatabase database, Embedder embedder) {
        ChosenVectors chosen = choose(settings, database, embedder);
        LOG.log(INFO, "vectors are searched by {0}", (chosen.name + " " + chosen.pgvector.orElse("")).strip());
        chosen.warning.ifPresent(warning -> LOG.log(WARNING, warning));
        return chosen;
    }

    private static ChosenVectors choose(SearchSettings settings, VectorDatabase database, Embedder embedder) {
        if (settings.vectors() == VectorPlace.LUCENE) {
            return onThisMachine(settings, embedder, Optional.empty());
        }
        return switch (database.pgvector()) {
            case Pgvector.Usable usable ->
                new ChosenVectors(
                        database.open(embedder.model(), embedder.dimensions()),
                        "pgvector",
                        Optional.of(usable.version()),
                        warning(usable));
            case Pgvector.Unusable unusable -> {
                refuseIfInsisted(settings, unusable.reason());
                yield onThisMachine(
                        settings,
                        embedder,
                        Optional.of(unusable.reason() + " Until the next start vectors are searched by Lucene."));
            }
            case Pgvector.Missing missing -> {
                refuseIfInsisted(settings, "This PostgreSQL does not have the extension pgvector.");
                yield onThisMachine(settings, embedder, Optional.empty());
            }
        };
    }

    private static ChosenVectors onThisMachine(SearchSettings settings, Embedder embedder, Optional<String> warning) {
        return new ChosenVectors(
                LuceneIndexes.vectors(settings.folder().resolve("vectors"), embedder.model()),
                "lucene",
                Optional.empty(),
                warning);
    }

    private static Optional<String> warning(Pgvector.Usable usable) {
        return usable.isRisky()
                ? Optional.of("pgvector " + usable.version() + " can damage its HNSW graphs in vacuum. Update the "
                        + "server to 0.8.4 or newer, then run: alter extension vector update;")
                : Optional.empty();
    }

    private static void refuseIfInsisted(SearchSettings settings, String reason) {
        if (settings.vectors() == VectorPlace.PGVECTOR) {
            throw new IllegalStateException("fieldwright.search.vectors is pgvector. " + reason);
        }
    }
}
