package org.fieldwright.rag.search;

import static java.lang.System.Logger.Level.WARNING;
import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.ManualLibrary;
import org.fieldwright.domain.manual.PassageIndex;
import org.fieldwright.rag.store.DerivedIndex;

/**
 * Brings the indexes after the library, change by change; one that is empty or was lost is built anew from all of it. Who
 * comes while another is at it does not wait: the other goes round once more.
 */
final class FollowingIndex implements PassageIndex {
    /** Changes taken at a time; each such step is visible by itself. */
    private static final int STEP = 200;

    /** The first few changes of a library; the first manual of all is asked about as soon as it is ready. */
    private static final int YOUNG = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final System.Logger LOG = System.getLogger(FollowingIndex.class.getName());

    private final ManualLibrary library;
    private final List<DerivedIndex> indexes;
    private final Clock clock;
    private final ReentrantLock working = new ReentrantLock();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile Rebuild lastRebuild = new Rebuild(false, Optional.empty());

    FollowingIndex(ManualLibrary library, List<DerivedIndex> indexes, Clock clock) {
        this.clock = requireNonNull(clock, "clock");
        this.library = requireNonNull(library, "library");
        this.indexes = List.copyOf(indexes);
    }

    @Override
    public void catchUp() {
        wanted.set(true);
        while (wanted.get() && working.tryLock()) {
            try {
                wanted.set(false);
                indexes.forEach(this::catchUp);
            } finally {
                working.unlock();
            }
        }
    }

    /**
     * The same for somebody who found an index behind and waits for it; never longer than a person would. A lost index is
     * left to others, unless the library is so young that it is built in a moment.
     */
    void catchUpNow() {
        try {
            if (working.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    boolean young = library.revision() <= YOUNG;
                    indexes.stream()
                            .filter(index -> young || index.revision() > 0)
                            .forEach(this::catchUp);
                } finally {
                    working.unlock();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) { // the answer comes from what there is; the index follows again in seconds
            LOG.log(WARNING, "the search index could not follow the library for a question", failure);
        }
    }

    @Override
    public void rebuild() {
        working.lock();
        try {
            indexes.forEach(this::rebuild);
        } finally {
            working.unlock();
        }
    }

    @Override
    public long revision() {
        return indexes.stream().mapToLong(DerivedIndex::revision).min().orElse(0);
    }

    @Override
    public Rebuild lastRebuild() {
        return lastRebuild;
    }

    private void catchUp(DerivedIndex index) {
        long newest = library.revision();
        if (index.revision() == newest) {
            return;
        }
        if (index.revision() == 0 || index.revision() > newest) { // lost, or of another library
            rebuild(index);
            return;
        }
        Optional<DerivedIndex.Update> begun = index.update();
        if (begun.isPresent()) {
            try (DerivedIndex.Update update = begun.get()) {
                if (update.revision() > 0) {
                    follow(update, true);
                } else { // lost a moment ago
                    update.commit(follow(update, false));
                }
            }
        }
    }

    private void rebuild(DerivedIndex index) {
        Optional<DerivedIndex.Update> begun = index.rebuild();
        if (begun.isPresent()) {
            Optional<Instant> done = lastRebuild.done();
            lastRebuild = new Rebuild(true, done);
            try (DerivedIndex.Update update = begun.get()) {
                update.commit(follow(update, false));
                done = Optional.of(clock.instant());
            } finally {
                lastRebuild = new Rebuild(false, done);
            }
        }
    }

    /** Applies what changed since the update's revision, and tells which revision was reached. */
    private long follow(DerivedIndex.Update update, boolean stepByStep) {
        long reached = update.revision();
        List<ManualLibrary.Change> changes = library.changesAfter(reached, STEP);
        while (!changes.isEmpty()) {
            touched(changes).keySet().forEach(id -> apply(id, update));
            reached = changes.getLast().revision();
            if (stepByStep) {
                update.commit(reached);
            }
            changes = library.changesAfter(reached, STEP);
        }
        return reached;
    }

    /** Each manual once, however often it changed: what counts is how it is now. */
    private static Map<ManualId, ManualLibrary.Change> touched(List<ManualLibrary.Change> changes) {
        Map<ManualId, ManualLibrary.Change> touched = new LinkedHashMap<>();
        changes.forEach(change -> touched.put(change.manual(), change));
        return touched;
    }

    private void apply(ManualId id, DerivedIndex.Update update) {
        Optional<Manual> manual = library.find(id);
        if (manual.isPresent()) {
            update.put(manual.get(), library.embeddedPassages(id));
        } else {
            update.remove(id);
        }
    }
}
