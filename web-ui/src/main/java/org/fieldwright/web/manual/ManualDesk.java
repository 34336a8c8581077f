package org.fieldwright.web.manual;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.ListManuals;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.ReindexManual;
import org.fieldwright.domain.manual.RemoveManual;
import org.fieldwright.domain.manual.UploadManual;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.InWords;
import org.fieldwright.domain.shared.PageOf;
import org.omnifaces.util.Faces;
import org.primefaces.event.FileUploadEvent;

/** The list of manuals, and what an administrator does with them. */
@Named("desk")
@RequestScoped
public class ManualDesk {
    private static final int ROWS = 50;

    @Inject
    private ListManuals listManuals;

    @Inject
    private UploadManual uploadManual;

    @Inject
    private RemoveManual removeManual;

    @Inject
    private ReindexManual reindexManual;

    private String search = "";
    private int page = 1;
    private PageOf<Manual> manuals;

    /** Takes in one of the dropped files; what is wrong with it is said and harms no other. */
    public void receive(FileUploadEvent event) throws IOException {
        String name = event.getFile().getFileName();
        try (InputStream content = event.getFile().getInputStream()) {
            switch (uploadManual.upload(new UploadManual.Upload(name, "", Equipment.UNKNOWN), content)) {
                case UploadManual.Outcome.Accepted accepted -> {}
                case UploadManual.Outcome.AlreadyHere here ->
                    say(
                            FacesMessage.SEVERITY_INFO,
                            name + " is here already, as \"" + here.manual().title() + "\".");
            }
        } catch (FaultException refused) {
            say(FacesMessage.SEVERITY_ERROR, name + ": " + refused.getMessage());
        }
        manuals = null;
    }

    /** The largest file that is accepted, in bytes: the browser refuses it before it sends for nothing. */
    public long getMostBytes() {
        return uploadManual.mostBytes();
    }

    /** The same in words. */
    public String getMost() {
        return InWords.bytes(getMostBytes());
    }

    public void remove() {
        clicked().ifPresent(removeManual::remove);
        manuals = null;
    }

    public void reindex() {
        clicked().ifPresent(reindexManual::reindex);
        manuals = null;
    }

    /** By its id, not by its row: the list may have moved since the page was drawn. */
    private static Optional<ManualId> clicked() {
        return Optional.ofNullable(Faces.getRequestParameter("manual")).flatMap(ManualId::parse);
    }

    /** Reads the list again. */
    public void look() {
        manuals = null;
    }

    public List<ManualRow> getRows() {
        return manuals().rows().stream().map(ManualRow::new).toList();
    }

    /** Whether something is on its way on this page of the list. */
    public boolean isUnderWay() {
        return getRows().stream().anyMatch(ManualRow::underWay);
    }

    public int getTotal() {
        return manuals().total();
    }

    public int getPages() {
        return Math.max(1, (getTotal() + ROWS - 1) / ROWS);
    }

    private PageOf<Manual> manuals() {
        if (manuals == null) {
            manuals = listManuals.list(search, (page - 1) * ROWS, ROWS);
        }
        return manuals;
    }

    private static void say(FacesMessage.Severity severity, String sentence) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, sentence, null));
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search == null ? "" : search;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.clamp(page, 1, 1_000_000);
    }
}
