package org.fieldwright.rag.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldwright.domain.manual.PageImages.PageImage;

/** Drawn pages on disk, by the content of their original. The ones not looked at for longest go first. */
final class DrawnPages {
    private static final Duration TOUCH_AFTER = Duration.ofMinutes(10);

    private final Path folder;
    private final long maxBytes;
    private final Clock clock;
    private long bytes = -1;

    DrawnPages(Path folder, long maxBytes, Clock clock) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    Optional<PageImage> find(String sha256, int page, int width) {
        for (String kind : List.of("png", "jpg")) {
            Path file = file(sha256, page, width, kind);
            try {
                byte[] content = Files.readAllBytes(file);
                touch(file);
                return Optional.of(new PageImage(mediaType(kind), content));
            } catch (NoSuchFileException notDrawn) {
                // The other kind, or not yet drawn.
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    void keep(String sha256, int page, int width, PageImage image) {
        if (image.content().length > maxBytes) {
            return;
        }
        Path file = file(sha256, page, width, image.mediaType().equals("image/png") ? "png" : "jpg");
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "part", null);
            Files.write(part, image.content());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            makeRoom(image.content().length);
        } catch (IOException e) {
            // Not kept is drawn again next time; a full disk must not hide the page that was just drawn.
            System.getLogger(DrawnPages.class.getName())
                    .log(System.Logger.Level.WARNING, "a drawn page could not be kept: {0}", e.toString());
        }
    }

    void forget(String sha256) {
        Path pages = folder.resolve(name(sha256));
        if (!Files.isDirectory(pages)) {
            return;
        }
        try (Stream<Path> all = Files.walk(pages)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (this) {
            bytes = -1;
        }
    }

    private synchronized void makeRoom(long added) throws IOException {
        if (bytes >= 0) {
            bytes += added;
        }
        if (bytes >= 0 && bytes <= maxBytes) {
            return;
        }
        List<Kept> oldestFirst = all();
        bytes = oldestFirst.stream().mapToLong(Kept::bytes).sum();
        if (bytes <= maxBytes) {
            return;
        }
        // A tenth below the limit, so that not every further page looks for room again.
        long target = maxBytes - maxBytes / 10;
        for (Kept kept : oldestFirst) {
            if (bytes <= target) {
                break;
            }
            Files.deleteIfExists(kept.file());
            bytes -= kept.bytes();
        }
    }

    private record Kept(Path file, long bytes, FileTime lookedAt) {}

    private List<Kept> all() throws IOException {
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    kept.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
                } catch (NoSuchFileException gone) {
                    // Forgotten while we looked.
                }
            }
        }
        kept.sort(Comparator.comparing(Kept::lookedAt).thenComparing(Kept::file));
        return kept;
    }

    private void touch(Path file) throws IOException {
        FileTime now = FileTime.from(clock.instant());
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.toInstant().minus(TOUCH_AFTER))) {
            Files.setLastModifiedTime(file, now);
        }
    }

    private Path file(String sha256, int page, int width, String kind) {
        return folder.resolve(name(sha256)).resolve(page + "-" + width + "." + kind);
    }

    /** The name becomes part of a path: nothing but a hash may. */
    private static String name(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return sha256;
    }

    private static String mediaType(String kind) {
        return kind.equals("png") ? "image/png" : "image/jpeg";
    }
}
