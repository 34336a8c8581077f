package org.fieldwright.rag.lucene;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
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
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;

/**
 * A folder with one Lucene index in it, in generations: {@code g000001}, {@code g000002}, … A rebuild writes the next
 * generation beside the one in use and then takes its place. Each commit says which revision of the library it holds and
 * which kind of index it is; an index of another kind, or a damaged one, counts as lost and is never searched.
 */
final class IndexFolder implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(IndexFolder.class.getName());
    private static final String REVISION = "revision";
    private static final String KIND = "kind";

    private final Path folder;
    private final String kind;
    private final Supplier<IndexWriterConfig> config;
    private final Similarity similarity;
    private volatile Generation current;
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
        } catch (CorruptIndexException damaged) {
            lose(generation, damaged);
            throw new FaultException(
                    Fault.UNAVAILABLE,
                    "The search index is damaged and will be rebuilt. Ask again in a minute.",
                    damaged);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            giveBack(generation);
        }
    }

    /** Begins to change the generation in use; empty when another writer is at it. */
    Optional<Writing> update() {
        return begin(current.number == 0);
    }

    /** Begins the next generation; empty when another writer is at it. */
    Optional<Writing> rebuild() {
        return begin(true);
    }

    private Optional<Writing> begin(boolean next) {
        try {
            FSDirectory guarded = FSDirectory.open(folder);
            try {
                Lock lock = guarded.obtainLock("writer.lock");
                try {
                    return Optional.of(new Writing(lock, guarded, next));
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
        } catch (CorruptIndexException damaged) {
            lose(current, damaged);
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        giveBack(current);
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

    private synchronized void lose(Generation generation, IOException why) {
        LOG.log(WARNING, "the index in " + folder + " is damaged and will be rebuilt", why);
        if (current.number == generation.number) {
            switchTo(empty());
        }
    }

    private synchronized void switchTo(Generation next) {
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
            } catch (IOException | IllegalArgumentException damaged) {
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
            for (LeafReaderContext leaf : reader.leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
            return generation(number, reader);
        } catch (IOException | RuntimeException failure) {
            reader.close();
            throw failure;
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

        private Writing(Lock lock, Directory guarded, boolean next) throws IOException {
            this.lock = lock;
            this.guarded = guarded;
            this.next = next;
            if (next) {
                number = numbers().stream().findFirst().orElse(0) + 1;
            } else {
                number = current.number;
            }
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
                }
                if (next && current.number != number) {
                    delete(path(number));
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private void deleteAllBut(int kept) throws IOException {
            for (int other : numbers()) {
                if (other != kept) {
                    delete(path(other));
                }
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
