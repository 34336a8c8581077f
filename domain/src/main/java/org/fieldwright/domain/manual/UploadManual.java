package org.fieldwright.domain.manual;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.fieldwright.domain.people.CurrentPerson;
import org.fieldwright.domain.people.Effort;
import org.fieldwright.domain.people.Paced;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Person;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.UseCase;

/** An administrator hands in a manual. It is kept at once and read in the background. */
@UseCase
@Transactional
public class UploadManual {
    private OriginalStore originals;
    private ManualLibrary library;
    private DurableTasks tasks;
    private CurrentPerson currentPerson;
    private ManualSettings settings;
    private Clock clock;

    /** For the container's proxy. */
    protected UploadManual() {}

    @Inject
    public UploadManual(
            OriginalStore originals,
            ManualLibrary library,
            DurableTasks tasks,
            CurrentPerson currentPerson,
            ManualSettings settings,
            Clock clock) {
        this.originals = originals;
        this.library = library;
        this.tasks = tasks;
        this.currentPerson = currentPerson;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A file with what the uploader knows of it.
     *
     * @param title blank to take it from the file
     * @param equipment {@link Equipment#UNKNOWN} to have it guessed
     */
    public record Upload(
            @NotBlank(message = "The file has no name.") @Size(max = 1000, message = "The file name is too long.")
            String fileName,

            @NotNull @Size(max = 200, message = "Please keep the title under 200 characters.")
            String title,

            @NotNull Equipment equipment) {}

    /** What became of an upload. */
    public sealed interface Outcome {
        Manual manual();

        /** It is kept and waits to be read. */
        record Accepted(Manual manual) implements Outcome {}

        /** The same content is here already, perhaps under another name. */
        record AlreadyHere(Manual manual) implements Outcome {}
    }

    /**
     * Keeps the file and asks for it to be read.
     *
     * @throws FaultException TOO_LARGE when the file is larger than allowed; nothing is kept
     */
    @Requires(Permission.MANAGE_MANUALS)
    @Paced(Effort.UPLOAD)
    public Outcome upload(@NotNull @Valid Upload upload, @NotNull InputStream content) {
        OriginalStore.Stored stored = keep(content);
        Optional<Manual> same = library.findByContent(stored.sha256());
        if (same.isPresent()) {
            return new Outcome.AlreadyHere(same.get());
        }
        Manual manual = arrived(upload, stored);
        library.add(manual);
        tasks.submit(ReadManual.KIND, manual.id().toString());
        return new Outcome.Accepted(manual);
    }

    /** The largest file that is accepted, in bytes. */
    @Requires(Permission.MANAGE_MANUALS)
    public long mostBytes() {
        return settings.maxUploadBytes();
    }

    private OriginalStore.Stored keep(InputStream content) {
        try {
            return originals.keep(content, settings.maxUploadBytes());
        } catch (IOException brokenOff) {
            throw new FaultException(
                    Fault.INVALID, "The upload broke off. Nothing of it was kept; upload it again.", brokenOff);
        }
    }

    private Manual arrived(Upload upload, OriginalStore.Stored stored) {
        String fileName = FileName.clean(upload.fileName());
        String title = upload.title().isBlank()
                ? FileName.title(fileName)
                : upload.title().strip();
        String person = currentPerson.find().map(Person::email).orElseThrow();
        Instant now = clock.instant();
        return new Manual(
                ManualId.random(),
                title,
                fileName,
                "application/octet-stream",
                stored.sha256(),
                stored.bytes(),
                upload.equipment(),
                ManualState.WAITING,
                0,
                0,
                0,
                Optional.empty(),
                "",
                person,
                now,
                now,
                0);
    }
}
