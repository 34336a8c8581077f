package org.fieldwright.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The one folder that holds what Fieldwright keeps on this machine. While it is open no second launcher can open it.
 *
 * <p>{@code postgres}, {@code secrets} and {@code certificate} are worth a backup; everything else is made again.
 */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Makes the folder where needed, for its owner only, and locks it until {@link #close()}. */
    public static DataFolder open(Path root) throws LaunchRefused {
        Path folder = root.toAbsolutePath().normalize();
        try {
            claim(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw LaunchRefused.dataFolderInUse("Another Fieldwright is running with the data in " + folder
                        + ". Stop it first, or start this one with a folder of its own: --data=<folder>.");
            }
            DataFolder opened = new DataFolder(folder, channel);
            for (Path part : new Path[] {opened.logs(), opened.secrets(), opened.derived(), opened.run()}) {
                makePrivate(part);
            }
            return opened;
        } catch (IOException e) {
            throw LaunchRefused.failed("The data folder " + folder + " cannot be used: " + reason(e)
                    + ". Choose another with --data=<folder>, or make this one writable.");
        }
    }

    /** A folder of somebody else's is left alone: we would take away everybody's right to read it. */
    private static void claim(Path folder) throws IOException, LaunchRefused {
        if (Files.notExists(folder)) {
            makePrivate(folder);
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            boolean foreign = content.map(path -> path.getFileName().toString())
                    .anyMatch(name -> !name.startsWith(".") && !name.equals("lost+found"));
            if (foreign && Files.notExists(folder.resolve(LOCK))) {
                throw LaunchRefused.wrongUse("The folder " + folder
                        + " holds files that are not Fieldwright's. Name an empty or a new folder: --data=<folder>.");
            }
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        PosixFileAttributeView permissions =
                Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (permissions != null) {
            permissions.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
    }

    public Path root() {
        return root;
    }

    /** The tables of our own PostgreSQL. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** The programs of our own PostgreSQL, unpacked on first use. */
    public Path postgresPrograms() {
        return root.resolve("postgres-programs");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** One file a secret, named like the setting it gives; the server reads settings from here too. */
    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path certificate() {
        return root.resolve("certificate");
    }

    /** What the portal can make again: search index, page images. */
    public Path derived() {
        return root.resolve("derived");
    }

    /** Notes of the running launch: process ids, generated server settings. */
    public Path run() {
        return root.resolve("run");
    }

    /** Empties a folder below this one; it exists afterwards. */
    public Path emptied(String name) throws IOException {
        Path folder = root.resolve(name);
        delete(folder);
        makePrivate(folder);
        return folder;
    }

    /** Deletes a file, or a folder with all that is in it; nothing there is fine. */
    public static void delete(Path folder) throws IOException {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
