package org.fieldwright.domain.manual;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.UseCase;

/** An administrator has a manual read again. Until that is done questions find the edition there is. */
@UseCase
@Transactional
public class ReindexManual {
    private ManualLibrary library;
    private DurableTasks tasks;
    private Clock clock;

    /** For the container's proxy. */
    protected ReindexManual() {}

    @Inject
    public ReindexManual(ManualLibrary library, DurableTasks tasks, Clock clock) {
        this.library = library;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Asks for it to be read again; harmless when that is under way.
     *
     * @throws FaultException NOT_FOUND when it is not here
     */
    @Requires(Permission.MANAGE_MANUALS)
    public void reindex(@NotNull ManualId id) {
        Manual manual = library.find(id)
                .orElseThrow(() ->
                        new FaultException(Fault.NOT_FOUND, "This manual is not here. It may have been deleted."));
        if (manual.state() == ManualState.READY || manual.state() == ManualState.FAILED) {
            library.update(manual.waiting(clock.instant()));
        }
        tasks.submit(ReadManual.KIND, id.toString());
    }
}
