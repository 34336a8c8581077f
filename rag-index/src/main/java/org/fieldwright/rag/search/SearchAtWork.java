package org.fieldwright.rag.search;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.fieldwright.domain.copilot.ManualSearch;
import org.fieldwright.domain.manual.Embedder;
import org.fieldwright.domain.manual.ManualLibrary;
import org.fieldwright.domain.manual.PassageIndex;
import org.fieldwright.rag.lucene.LuceneIndexes;
import org.fieldwright.rag.pgvector.VectorDatabase;

/**
 * The search inside the server: opens the indexes, brings them after the library now and every few seconds, and loads the
 * embedding model beside the rest of the start.
 */
@ApplicationScoped
class SearchAtWork {
    private static final System.Logger LOG = System.getLogger(SearchAtWork.class.getName());

    private ManualLibrary library;
    private Embedder embedder;
    private VectorDatabase database;
    private SearchSettings settings;
    private Clock clock;
    private ChosenVectors vectors;
    private SearchEngine engine;
    private volatile boolean warm;
    private Future<?> following;

    @Resource
    private ManagedScheduledExecutorService executor;

    /** For the container's proxy. */
    protected SearchAtWork() {}

    @Inject
    SearchAtWork(ManualLibrary library, Embedder embedder, VectorDatabase database, Config config, Clock clock) {
        this.library = library;
        this.embedder = embedder;
        this.database = database;
        this.settings = SearchSettings.from(config);
        this.clock = clock;
    }

    @PostConstruct
    void openIndexes() {
        vectors = ChosenVectors.open(settings, database, embedder);
        engine = SearchEngine.over(
                library, embedder, LuceneIndexes.words(settings.folder().resolve("words")), vectors.store(), clock);
    }

    void open(@Observes @Priority(300) ServletContextEvent opened) {
        long every = settings.followEvery().toMillis();
        executor.execute(this::warmUp);
        following = executor.scheduleWithFixedDelay(this::follow, 0, every, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() {
        if (following != null) {
            following.cancel(false);
        }
        engine.close();
    }

    @Produces
    @ApplicationScoped
    ManualSearch search() {
        return engine.search();
    }

    @Produces
    @ApplicationScoped
    PassageIndex index() {
        return engine.index();
    }

    ChosenVectors vectors() {
        return vectors;
    }

    /** Whether the embedding model is loaded. */
    boolean isWarm() {
        return warm;
    }

    /** Where the indexes of this machine lie. */
    Path folder() {
        return settings.folder();
    }

    private void warmUp() {
        try {
            embedder.ofQuestion("ready?");
            warm = true;
        } catch (RuntimeException | LinkageError failure) {
            LOG.log(WARNING, "the embedding model cannot be loaded", failure);
        }
    }

    private void follow() {
        try {
            engine.index().catchUp();
        } catch (RuntimeException failure) {
            LOG.log(WARNING, "the search index could not follow the library; it tries again", failure);
        }
    }
}
