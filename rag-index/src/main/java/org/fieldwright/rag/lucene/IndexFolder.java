package org.fieldwright.rag.lucene;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;

/**
 * A folder with one Lucene index in it, in generations: {@code g000001}, {@code g000002}, … A rebuild writes the next
 * generation beside the one in use and then takes its place. Each commit says which revision of the library it holds and
 * which kind of index it is; an index of another kind, or a damaged one, counts as lost and is never searched. Damage is
 * looked for when a generation is opened, when a search breaks, and when a change breaks.
 */
final class IndexFolder implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(IndexFolder.class.getName());
    private static final String REVISION = "revision";
    private static final String KIND = "kind";
    private static final int NONE = -1;

    private final Path folder;
    private final String kind;
    private final Supplier<IndexWriterConfig> config;
    private final Similarity similarity;
    private volatile Generation current;

    /** The generation that nothing can be added to any more, though what it holds may still be searched. */
    private volatile int worn = NONE;

    private volatile boolean closed;

    /** Looks something up in the index. */
    @FunctionalInterface
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    /** One open generation; number 0 is the empty one, which has no folder. */
    private record Generation(int number, DirectoryReader reader, IndexSearcher searcher, long revision) {}

    /**
     * Opens the newest generation that is whole and of the right kind.
     *
     * @param kind names everything that must be the same for an index to be used again
     * @param config makes the settings of one writer
     */
    IndexFolder(Path folder, String kind, Similarity similarity, Supplier<IndexWriterConfig> config) {
        this.folder = folder;
        this.kind = kind;
        this.similarity = similarity;
        this.config = config;
        try {
            Files.createDirectories(folder);
            this.current = newest();
        } catch (IOException failure) {
            throw new UncheckedIOException("the search index cannot be kept in " + folder, failure);
        }
    }

    long revision() {
        return current.revision;
    }

    <T> T search(Search<T> search) {
        Generation generation = borrow();
        try {
            return search.in(generation.searcher);
        } catch (IOException failure) {
            refuseIfDamaged(generation, failure);
            throw new UncheckedIOException(failure);
        } catch (RuntimeException | Error failure) { // damaged bytes lead Lucene astray in every way there is
            refuseIfDamaged(generation, failure);
            throw failure;
        } finally {
            giveBack(generation);
        }
    }

    private void refuseIfDamaged(Generation generation, Throwable failure) {
        if (!isWhole(generation.reader)) {
            lose(generation, failure);
            throw new FaultException(
                    Fault.UNAVAILABLE,
                    "The search index is damaged and is being built again. Your manuals are all there; ask again in a"
                            + " minute.",
                    failure);
        }
    }

    /** Begins to change the generation in use, or the next one where it cannot be changed; empty when another writer is at it. */
    Optional<Writing> update() {
        return begin(false);
    }

    /** Begins the next generation; empty when another writer is at it. */
    Optional<Writing> rebuild() {
        return begin(true);
    }

    private Optional<Writing> begin(boolean anew) {
        try {
            FSDirectory guarded = FSDirectory.open(folder);
            try {
                Lock lock = guarded.obtainLock("writer.lock");
                try {
                    return Optional.of(writing(lock, guarded, anew));
                } catch (IOException | RuntimeException failure) {
                    lock.close();
                    throw failure;
                }
            } catch (IOException | RuntimeException failure) {
                guarded.close();
                throw failure;
            }
        } catch (LockObtainFailedException busy) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Writing writing(Lock lock, Directory guarded, boolean anew) throws IOException {
        int number = current.number;
        if (!anew && number != 0 && number != worn) {
            try {
                return new Writing(lock, guarded, number, false);
            } catch (IOException | RuntimeException failure) {
                if (!wearIfDamaged(number, failure)) {
                    throw failure;
                }
            }
        }
        return new Writing(lock, guarded, numbers().stream().findFirst().orElse(0) + 1, true);
    }

    /** Whether a generation is damaged on disk, so that the next change has to begin a new one. */
    private boolean wearIfDamaged(int number, Exception why) {
        try {
            Generation whole = open(number);
            if (whole != null) {
                giveBack(whole);
                return false;
            }
        } catch (IOException | RuntimeException damaged) {
            why.addSuppressed(damaged);
        }
        LOG.log(WARNING, "the index in " + path(number) + " cannot be changed any more and will be rebuilt", why);
        worn = number;
        return true;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            giveBack(current);
        }
    }

    private Generation borrow() {
        while (!closed) {
            Generation generation = current;
            if (generation.reader.tryIncRef()) {
                return generation;
            }
        }
        throw new IllegalStateException("the index is closed");
    }

    private static void giveBack(Generation generation) {
        try {
            generation.reader.decRef();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private synchronized void lose(Generation generation, Throwable why) {
        LOG.log(WARNING, "the index in " + folder + " is damaged and will be rebuilt", why);
        if (current.number == generation.number) {
            switchTo(empty());
        }
    }

    private synchronized void switchTo(Generation next) {
        if (closed) {
            giveBack(next);
            return;
        }
        Generation before = current;
        current = next;
        giveBack(before);
    }

    private Generation newest() throws IOException {
        for (int number : numbers()) {
            try {
                Generation found = open(number);
                if (found != null) {
                    return found;
                }
            } catch (IOException | RuntimeException damaged) {
                LOG.log(WARNING, "the index in " + path(number) + " is damaged and will be rebuilt", damaged);
            }
        }
        return empty();
    }

    /** A generation, checked to its last byte; null when it is of another kind or was never finished. */
    private Generation open(int number) throws IOException {
        Directory directory = FSDirectory.open(path(number));
        if (!DirectoryReader.indexExists(directory)) {
            directory.close();
            return null;
        }
        DirectoryReader reader = DirectoryReader.open(directory);
        try {
            Map<String, String> commit = reader.getIndexCommit().getUserData();
            if (!kind.equals(commit.get(KIND))) {
                LOG.log(INFO, "the index in {0} is of another kind and will be rebuilt", path(number));
                reader.close();
                return null;
            }
            checkIntegrity(reader);
            return generation(number, reader);
        } catch (IOException | RuntimeException failure) {
            reader.close();
            throw failure;
        }
    }

    private static void checkIntegrity(DirectoryReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            ((CodecReader) leaf.reader()).checkIntegrity();
        }
    }

    private static boolean isWhole(DirectoryReader reader) {
        try {
            checkIntegrity(reader);
            return true;
        } catch (IOException
                | RuntimeException
                | InternalError damaged) { // an InternalError where a file has become shorter
            return false;
        }
    }

    private Generation generation(int number, DirectoryReader reader) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        String revision = reader.getIndexCommit().getUserData().getOrDefault(REVISION, "0");
        return new Generation(number, reader, searcher, Long.parseLong(revision));
    }

    private Generation empty() {
        try {
            Directory nothing = new ByteBuffersDirectory();
            new IndexWriter(nothing, config.get()).close();
            return generation(0, DirectoryReader.open(nothing));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The numbers of the generations that have a folder, newest first. */
    private List<Integer> numbers() throws IOException {
        try (Stream<Path> names = Files.list(folder)) {
            return names.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("g\\d{6}"))
                    .map(name -> Integer.valueOf(name.substring(1)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private Path path(int number) {
        return folder.resolve(String.format(Locale.ROOT, "g%06d", number));
    }

    /** Changes to one generation, alone in the folder until it is closed. */
    final class Writing implements AutoCloseable {
        private final Lock lock;
        private final Directory guarded;
        private final boolean next;
        private final int number;
        private final IndexWriter writer;
        private boolean removed;
        private boolean pending;

        private Writing(Lock lock, Directory guarded, int number, boolean next) throws IOException {
            this.lock = lock;
            this.guarded = guarded;
            this.number = number;
            this.next = next;
            writer = new IndexWriter(
                    FSDirectory.open(path(number)),
                    config.get()
                            .setOpenMode(next ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.APPEND)
                            .setCommitOnClose(false)
                            .setMergeScheduler(new SerialMergeScheduler())
                            .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0)));
        }

        long revision() {
            return current.number == number ? current.revision : 0;
        }

        IndexWriter writer() {
            pending = true;
            return writer;
        }

        /** What was deleted leaves the disk with the next commit, not with some later merge. */
        void erase() {
            removed = true;
        }

        void commit(long revision) throws IOException {
            if (removed) {
                writer.forceMergeDeletes();
                removed = false;
            }
            writer.setLiveCommitData(
                    Map.of(KIND, kind, REVISION, Long.toString(revision)).entrySet());
            writer.commit();
            pending = false;
            switchTo(generation(number, DirectoryReader.open(FSDirectory.open(path(number)))));
            deleteAllBut(number);
        }

        @Override
        public void close() {
            try (guarded;
                    lock) {
                try {
                    writer.rollback();
                } finally {
                    writer.getDirectory().close();
                    dropOrDoubt();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** What was not finished is dropped; where changes to the generation in use broke off, it may be the reason. */
        private void dropOrDoubt() throws IOException {
            if (next && current.number != number) {
                IOUtils.rm(path(number));
            } else if (!next && pending) {
                wearIfDamaged(number, new IOException("changes were not finished"));
            }
        }

        private void deleteAllBut(int kept) throws IOException {
            for (int other : numbers()) {
                if (other != kept) {
                    IOUtils.rm(path(other));
                }
            }
        }
    }
}
