package org.fieldwright.domain.manual;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.PageOf;
import org.fieldwright.domain.shared.UseCase;

/** Which manuals are there, and how far each has come. */
@UseCase
public class ListManuals {
    private static final int MOST = 200;

    private ManualLibrary library;

    /** For the container's proxy. */
    protected ListManuals() {}

    @Inject
    public ListManuals(ManualLibrary library) {
        this.library = library;
    }

    /**
     * A page of the list, newest first.
     *
     * @param containing part of a title, file name or equipment; blank for all
     * @param first offset, from 0
     * @param max at most 200 are given
     */
    @Requires(Permission.SEE_MANUALS)
    public PageOf<Manual> list(@NotNull String containing, int first, int max) {
        return library.list(containing, Math.max(first, 0), Math.clamp(max, 1, MOST));
    }

    /**
     * One manual.
     *
     * @throws FaultException NOT_FOUND when it is not here
     */
    @Requires(Permission.SEE_MANUALS)
    public Manual find(@NotNull ManualId id) {
        return library.find(id)
                .orElseThrow(() ->
                        new FaultException(Fault.NOT_FOUND, "This manual is not here. It may have been deleted."));
    }

    /** The equipment that manuals are about, to choose from. */
    @Requires(Permission.SEE_MANUALS)
    public List<Equipment> equipment() {
        return library.equipment();
    }
}
