package org.fieldwright.domain.manual;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.shared.UseCase;

/** An administrator deletes a manual; nothing of it is found or shown afterwards. Deleting what is gone is harmless. */
@UseCase
@Transactional
public class RemoveManual {
    private ManualLibrary library;
    private OriginalStore originals;
    private PageImages images;
    private Event<ManualChanged> changed;

    /** For the container's proxy. */
    protected RemoveManual() {}

    @Inject
    public RemoveManual(
            ManualLibrary library, OriginalStore originals, PageImages images, Event<ManualChanged> changed) {
        this.library = library;
        this.originals = originals;
        this.images = images;
        this.changed = changed;
    }

    @Requires(Permission.MANAGE_MANUALS)
    public void remove(@NotNull ManualId id) {
        library.find(id).ifPresent(manual -> {
            library.remove(id);
            originals.forget(manual.sha256());
            images.forget(manual.sha256());
            changed.fire(new ManualChanged(id));
        });
    }
}
