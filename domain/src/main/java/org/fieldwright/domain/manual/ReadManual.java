package org.fieldwright.domain.manual;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.TaskHandler;

/**
 * Reads a manual in the background: pages, passages, vectors, then one switch to the new edition. Whatever goes wrong
 * ends as a reason on this manual alone. No transaction is open while it reads.
 */
@ApplicationScoped
public class ReadManual implements TaskHandler {
    static final String KIND = "manual.read";

    private static final System.Logger LOG = System.getLogger(ReadManual.class.getName());

    private OriginalStore originals;
    private ManualLibrary library;
    private ManualReader reader;
    private PassageCutter cutter;
    private Embedder embedder;
    private Event<ManualChanged> changed;
    private Clock clock;

    /** For the container's proxy. */
    protected ReadManual() {}

    @Inject
    public ReadManual(
            OriginalStore originals,
            ManualLibrary library,
            ManualReader reader,
            PassageCutter cutter,
            Embedder embedder,
            Event<ManualChanged> changed,
            Clock clock) {
        this.originals = originals;
        this.library = library;
        this.reader = reader;
        this.cutter = cutter;
        this.embedder = embedder;
        this.changed = changed;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String subject) {
        Optional<Manual> asked = ManualId.parse(subject).flatMap(library::find);
        if (asked.isEmpty() || asked.get().state() == ManualState.READY) {
            return; // deleted before its turn came, or read by an earlier turn
        }
        Manual manual = asked.get();
        try {
            read(manual);
            changed.fire(new ManualChanged(manual.id()));
            LOG.log(INFO, "manual {0} is ready", subject);
        } catch (UnreadableManualException unreadable) {
            fail(manual.id(), unreadable.problem(), incidentFor(unreadable));
        } catch (FaultException refused) {
            if (refused.fault() != Fault.GONE) {
                throw refused;
            }
            LOG.log(INFO, "manual {0} was deleted while it was read", subject);
        }
    }

    @Override
    public void gaveUp(String subject) {
        ManualId.parse(subject).ifPresent(id -> fail(id, ReadingProblem.UNEXPECTED, newIncident()));
    }

    private void read(Manual manual) {
        Pages pages = new Pages(manual);
        ManualReader.ReadManual found = withOriginal(manual, file -> reader.read(file, pages));
        List<Passage> cut = cutter.cut(manual.id(), manual.edition() + 1, pages.read);
        if (cut.isEmpty()) {
            throw new UnreadableManualException(ReadingProblem.NO_TEXT);
        }
        Manual ready = manual.ready(
                title(manual, found), equipment(manual, found), found.mediaType(), found.pages(), clock.instant());
        List<EmbeddedPassage> embedded = embed(ready, cut);
        library.switchEdition(ready, pages.read, embedded, embedder.model());
    }

    private List<EmbeddedPassage> embed(Manual manual, List<Passage> passages) {
        List<EmbeddedPassage> embedded = new ArrayList<>(passages.size());
        int shown = 0;
        for (Passage passage : passages) {
            float[] vector =
                    passage.text().isBlank() ? new float[0] : embedder.ofPassage(passage.inContext(manual.about()));
            embedded.add(new EmbeddedPassage(passage, vector));
            if (passage.page() > shown) {
                shown = passage.page();
                stillThere(library.progress(manual.id(), ManualState.INDEXING, manual.pages(), shown));
            }
        }
        return embedded;
    }

    private void fail(ManualId id, ReadingProblem problem, String incident) {
        library.find(id).ifPresent(manual -> library.update(manual.failed(problem, incident, clock.instant())));
        LOG.log(INFO, "manual {0} could not be read: {1} {2}", id.toString(), problem.name(), incident);
    }

    private static String incidentFor(UnreadableManualException unreadable) {
        if (unreadable.problem() != ReadingProblem.UNEXPECTED) {
            return "";
        }
        String incident = newIncident();
        LOG.log(System.Logger.Level.WARNING, "incident " + incident, unreadable);
        return incident;
    }

    private static String newIncident() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** What the uploader said counts; what was only derived from the file's name gives way to the title found inside. */
    private static String title(Manual manual, ManualReader.ReadManual found) {
        boolean derived = manual.title().equals(FileName.title(manual.fileName()));
        return derived && !found.title().isBlank() ? found.title().strip() : manual.title();
    }

    private static Equipment equipment(Manual manual, ManualReader.ReadManual found) {
        return manual.equipment().isUnknown() ? found.equipment() : manual.equipment();
    }

    private static void stillThere(boolean there) {
        if (!there) {
            throw new FaultException(Fault.GONE, "This manual was deleted.");
        }
    }

    /** Lays the original down for as long as it is read. */
    private <T> T withOriginal(Manual manual, java.util.function.Function<SourceFile, T> work) {
        try {
            Path file = Files.createTempFile("fieldwright-read", null);
            try {
                originals.copyTo(manual.sha256(), file);
                return work.apply(new SourceFile(file, manual.fileName(), manual.bytes()));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Collects the pages and tells how far it is. */
    private final class Pages implements ManualReader.PageListener {
        private final ManualId id;
        private final List<PageText> read = new ArrayList<>();
        private int count;

        Pages(Manual manual) {
            this.id = manual.id();
        }

        @Override
        public void pages(int known) {
            count = known;
            stillThere(library.progress(id, ManualState.READING, count, read.size()));
        }

        @Override
        public void page(PageText page) {
            read.add(page);
            stillThere(library.progress(id, ManualState.READING, Math.max(count, read.size()), read.size()));
        }
    }
}
