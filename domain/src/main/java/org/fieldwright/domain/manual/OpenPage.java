package org.fieldwright.domain.manual;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.fieldwright.domain.people.Effort;
import org.fieldwright.domain.people.Paced;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.UseCase;

/** Somebody opens a page of a manual. */
@UseCase
public class OpenPage {
    private ManualLibrary library;
    private PageImages images;

    /** For the container's proxy. */
    protected OpenPage() {}

    @Inject
    public OpenPage(ManualLibrary library, PageImages images) {
        this.library = library;
        this.images = images;
    }

    /** A page with the manual it belongs to. */
    public record OpenedPage(Manual manual, PageText page) {
        /** Whether it can be drawn as a picture; otherwise its text is what there is. */
        public boolean drawable() {
            return page.width() > 0 && page.height() > 0;
        }
    }

    /**
     * Opens a page.
     *
     * @param number from 1
     * @throws FaultException NOT_FOUND when there is no such manual or page
     */
    @Requires(Permission.ASK_MANUALS)
    public OpenedPage open(@NotNull ManualId id, int number) {
        Manual manual = manual(id);
        PageText page = library.page(id, number)
                .orElseThrow(() -> new FaultException(
                        Fault.NOT_FOUND, "This manual has no page " + number + ". It has " + manual.pages() + "."));
        return new OpenedPage(manual, page);
    }

    /** Where a passage stands on an opened page; nowhere when it is not on it, or gone. */
    @Requires(Permission.ASK_MANUALS)
    public List<Box> marks(@NotNull OpenedPage opened, long passage) {
        return library.passages(List.of(passage)).stream()
                .filter(found -> found.manual().equals(opened.manual().id()))
                .flatMap(found -> Highlight.boxes(opened.page(), found).stream())
                .toList();
    }

    /**
     * A page as a picture.
     *
     * @param width wanted, in pixels
     * @throws FaultException NOT_FOUND or UNAVAILABLE as {@link PageImages#draw}
     */
    @Requires(Permission.ASK_MANUALS)
    @Paced(Effort.DRAW_PAGE)
    public PageImages.PageImage draw(@NotNull ManualId id, int number, int width) {
        return images.draw(manual(id), number, width);
    }

    private Manual manual(ManualId id) {
        return library.find(id)
                .orElseThrow(() ->
                        new FaultException(Fault.NOT_FOUND, "This manual is not here. It may have been deleted."));
    }
}
