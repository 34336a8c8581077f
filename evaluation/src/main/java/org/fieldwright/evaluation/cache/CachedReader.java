package org.fieldwright.evaluation.cache;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.manual.ManualReader;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.ReadingProblem;
import org.fieldwright.domain.manual.SourceFile;
import org.fieldwright.domain.manual.UnreadableManualException;

/** Reads each content once, and keeps its pages in a file named by the content and by the state of the reading code. */
public final class CachedReader implements ManualReader {
    private final ManualReader reader;
    private final Path folder;
    private final String code;

    /**
     * Remembers in a folder.
     *
     * @param code names the state of the reading code: what another state of it read is not used
     */
    public CachedReader(ManualReader reader, Path folder, String code) throws IOException {
        this.reader = reader;
        this.folder = Files.createDirectories(folder);
        this.code = code;
    }

    @Override
    public ReadManual read(SourceFile file, PageListener listener) {
        Path kept = folder.resolve(Content.sha256(file.path()) + "-" + code + ".pages");
        try {
            if (!Files.exists(kept)) {
                keep(kept, readNow(file));
            }
            Reading reading = load(kept);
            if (reading.problem.isPresent()) {
                throw new UnreadableManualException(reading.problem.get());
            }
            listener.pages(reading.pages.size());
            reading.pages.forEach(listener::page);
            return reading.found;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Reading(Optional<ReadingProblem> problem, ReadManual found, List<PageText> pages) {}

    private Reading readNow(SourceFile file) {
        List<PageText> pages = new ArrayList<>();
        PageListener collecting = new PageListener() {
            @Override
            public void pages(int count) {
                // the list counts them
            }

            @Override
            public void page(PageText page) {
                pages.add(page);
            }
        };
        try {
            return new Reading(Optional.empty(), reader.read(file, collecting), pages);
        } catch (UnreadableManualException unreadable) {
            return new Reading(Optional.of(unreadable.problem()), null, List.of());
        }
    }

    private static void keep(Path kept, Reading reading) throws IOException {
        Path half = Files.createTempFile(kept.getParent(), "reading", null);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(half)))) {
            out.writeUTF(reading.problem.map(Enum::name).orElse(""));
            if (reading.problem.isEmpty()) {
                PageRecords.write(out, reading.found, reading.pages);
            }
        }
        Files.move(half, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Reading load(Path kept) throws IOException {
        try (InputStream file = Files.newInputStream(kept);
                DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16))) {
            String problem = in.readUTF();
            if (!problem.isEmpty()) {
                return new Reading(Optional.of(ReadingProblem.valueOf(problem)), null, List.of());
            }
            ReadManual found = PageRecords.readFound(in);
            return new Reading(Optional.empty(), found, PageRecords.readPages(in));
        }
    }
}
