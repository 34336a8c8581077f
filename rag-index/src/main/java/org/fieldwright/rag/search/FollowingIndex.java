package org.fieldwright.rag.search;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                follow(update, true);
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
