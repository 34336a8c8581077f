package org.fieldwright.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.copilot.ManualSearch;
import org.fieldwright.domain.manual.EmbeddedPassage;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.InMemoryManualLibrary;
import org.fieldwright.domain.manual.InMemoryOriginalStore;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.ManualLibrary;
import org.fieldwright.domain.manual.ManualReader;
import org.fieldwright.domain.manual.ManualSettings;
import org.fieldwright.domain.manual.ReadManual;
import org.fieldwright.domain.manual.UploadManual;
import org.fieldwright.domain.people.FixedPerson;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.shared.RecordedEvents;
import org.fieldwright.domain.shared.RecordedTasks;
import org.fieldwright.evaluation.cache.CachedEmbedder;
import org.fieldwright.evaluation.cache.CachedReader;
import org.fieldwright.evaluation.cache.Content;
import org.fieldwright.rag.embed.Embedders;
import org.fieldwright.rag.fusion.Proposed;
import org.fieldwright.rag.ingest.Ingest;
import org.fieldwright.rag.ingest.ReadingSettings;
import org.fieldwright.rag.lucene.LuceneIndexes;
import org.fieldwright.rag.search.SearchEngine;

/**
 * The manuals of a folder, taken in by the product's own way: uploaded, read, cut, embedded, indexed. Only the database is
 * replaced by memory, and what reading and embedding found may come from a cache.
 */
final class IndexedManuals implements AutoCloseable {
    private static final int MOST_MEGABYTES = 2000;

    private final TemporaryFolder temporary = new TemporaryFolder();
    private final ManualLibrary library = new InMemoryManualLibrary();
    private final CachedEmbedder embedder;
    private final ManualReader reader;
    private final SearchEngine engine;
    private final List<FileTakenIn> files;
    private final Map<Long, Page> pages = new HashMap<>();

    /**
     * Takes a folder in.
     *
     * @param cache where to remember; empty to forget at the end
     * @param people see that it goes on
     */
    IndexedManuals(Path folder, Optional<Path> cache, PrintWriter people) {
        List<Path> paths = new ManualsFolder(folder).files();
        try {
            Path kept = cache.orElse(temporary.resolve("cache"));
            embedder = new CachedEmbedder(Embedders.bgeSmall(), kept);
            reader = new CachedReader(
                    Ingest.reader(ReadingSettings.from(IndexedManuals::fromEnvironment)),
                    kept,
                    Content.ofPackage(Ingest.class, "org.fieldwright.rag.ingest"));
            engine = SearchEngine.over(
                    library,
                    embedder,
                    LuceneIndexes.words(temporary.resolve("words")),
                    LuceneIndexes.vectors(temporary.resolve("vectors"), embedder.model()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        readAhead(paths, people);
        files = paths.stream().map(file -> takeIn(file, library)).toList();
        engine.index().catchUp();
        library.list("", 0, Integer.MAX_VALUE).rows().forEach(this::rememberPages);
    }

    private void rememberPages(Manual manual) {
        library.embeddedPassages(manual.id()).stream()
                .map(EmbeddedPassage::passage)
                .forEach(passage -> pages.put(passage.id(), new Page(manual.fileName(), passage.page())));
    }

    /** What became of each file, in the order of their names. */
    List<FileTakenIn> files() {
        return files;
    }

    ManualLibrary library() {
        return library;
    }

    ManualSearch search() {
        return engine.search();
    }

    /** What the rankers propose for a question, before it is weighed. */
    Proposed propose(String question) {
        return engine.propose(ManualQuestion.of(question));
    }

    /** The pages that a ranking of passages leads to, each once, at its best passage. */
    List<Page> pages(Stream<Long> passages) {
        return passages.map(pages::get).distinct().toList();
    }

    String fileName(ManualId manual) {
        return library.find(manual).orElseThrow().fileName();
    }

    /** Fills the cache on all cores; the order in which files are done must not reach the library. */
    private void readAhead(List<Path> files, PrintWriter people) {
        AllCores.each(files, file -> {
            takeIn(file, new InMemoryManualLibrary());
            people.print(".");
            people.flush();
        });
        people.println();
    }

    private FileTakenIn takeIn(Path file, ManualLibrary into) {
        String name = file.getFileName().toString();
        InMemoryOriginalStore originals = new InMemoryOriginalStore();
        Clock clock = Clock.systemUTC();
        UploadManual upload = new UploadManual(
                originals,
                into,
                new RecordedTasks(),
                FixedPerson.with(Role.ADMINISTRATOR),
                new ManualSettings(MOST_MEGABYTES),
                clock);
        ReadManual read =
                new ReadManual(originals, into, reader, Ingest.cutter(), embedder, new RecordedEvents<>(), clock);
        try (InputStream content = Files.newInputStream(file)) {
            UploadManual.Outcome outcome = upload.upload(new UploadManual.Upload(name, "", Equipment.UNKNOWN), content);
            if (outcome instanceof UploadManual.Outcome.Accepted) {
                read.run(outcome.manual().id().toString());
            }
            Manual manual = into.find(outcome.manual().id()).orElseThrow();
            return new FileTakenIn(name, manual.problem().isPresent() ? 0 : manual.pages(), manual.problem());
        } catch (IOException unreadable) {
            throw new InputException(file + " cannot be read.", unreadable);
        }
    }

    private static Optional<String> fromEnvironment(String setting) {
        return Optional.ofNullable(
                System.getenv(setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_')));
    }

    @Override
    public void close() {
        engine.close();
        try {
            embedder.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            temporary.close();
        }
    }
}
