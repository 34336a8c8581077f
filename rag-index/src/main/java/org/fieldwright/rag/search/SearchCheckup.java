package org.fieldwright.rag.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.health.Part;
import org.fieldwright.domain.manual.Embedder;
import org.fieldwright.domain.manual.ManualLibrary;
import org.fieldwright.domain.manual.PassageIndex;
import org.fieldwright.domain.shared.InWords;

/** Whether questions are answered from all that the library holds, or held a moment ago. */
@ApplicationScoped
class SearchCheckup implements Checkup {
    private SearchAtWork search;
    private PassageIndex index;
    private ManualLibrary library;
    private Embedder embedder;
    private Clock clock;

    /** For the container's proxy. */
    protected SearchCheckup() {}

    @Inject
    SearchCheckup(SearchAtWork search, PassageIndex index, ManualLibrary library, Embedder embedder, Clock clock) {
        this.search = search;
        this.index = index;
        this.library = library;
        this.embedder = embedder;
        this.clock = clock;
    }

    @Override
    public Part part() {
        return Part.SEARCH;
    }

    @Override
    public Finding look() {
        ChosenVectors vectors = search.vectors();
        PassageIndex.Rebuild rebuild = index.lastRebuild();
        Seen seen =
                new Seen(search.isWarm(), library.revision(), index.revision(), library.holdings(), rebuild.underWay());
        Finding found = seen.judged(vectors)
                .with("manuals", seen.held.manuals())
                .with("pages", seen.held.pages())
                .with("passages", seen.held.passages())
                .with("revision", seen.indexed + " of " + seen.revision)
                .with("vectors", vectors.name());
        if (vectors.pgvector().isPresent()) {
            found = found.with("pgvector", vectors.pgvector().get());
        }
        return found.with("model", embedder.model())
                .with("size here", InWords.bytes(size(search.folder())))
                .with(
                        "last rebuilt",
                        rebuild.done()
                                .map(done -> InWords.ago(done, clock.instant()))
                                .orElse("before this start"));
    }

    /**
     * What counts.
     *
     * @param warm whether the embedding model is loaded
     * @param revision of the library
     * @param indexed the revision that questions are answered from
     */
    record Seen(boolean warm, long revision, long indexed, ManualLibrary.Holdings held, boolean rebuilding) {
        Finding judged(ChosenVectors vectors) {
            if (!warm) {
                return Finding.bad(
                        Part.SEARCH,
                        "The embedding model is not loaded, so questions cannot be answered.",
                        "Right after a start, wait a minute. If it stays so, the log says why it cannot be loaded.");
            }
            if (revision > 0 && indexed == 0) {
                return Finding.bad(
                        Part.SEARCH,
                        "The index holds nothing yet: questions find no manual.",
                        "It is being built from the database. If it stays so for some minutes, the log says why.");
            }
            if (vectors.warning().isPresent()) {
                return Finding.warn(
                        Part.SEARCH,
                        "Questions are answered, but the database’s pgvector needs care.",
                        vectors.warning().get());
            }
            if (rebuilding) {
                return Finding.good(Part.SEARCH, "Being built anew; questions are answered from the one before.");
            }
            if (indexed < revision) {
                return Finding.warn(
                        Part.SEARCH,
                        "The newest changes of the manuals are not in the index yet.",
                        "It follows within seconds. If it stays so, the log says what stands in the way.");
            }
            return Finding.good(Part.SEARCH, "Questions find everything that has been read.");
        }
    }

    private static long size(Path folder) {
        long[] bytes = {0};
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE; // the index was switched while we looked
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            return bytes[0];
        }
        return bytes[0];
    }
}
