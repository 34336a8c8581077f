package org.fieldwright.web.servicetitan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fieldwright.domain.outbox.Entry;
import org.fieldwright.domain.outbox.WatchOutbox;
import org.fieldwright.domain.shared.PageOf;
import org.fieldwright.web.frame.Ids;
import org.omnifaces.util.Faces;

/** What goes to ServiceTitan: waiting, needing somebody, done. */
@Named("outgoing")
@RequestScoped
public class OutboxPage {
    private static final int ROWS = 50;

    private WatchOutbox watchOutbox;
    private String state = "";
    private int page = 1;
    private PageOf<Entry> entries;

    /** For the container's proxy. */
    protected OutboxPage() {}

    @Inject
    public OutboxPage(WatchOutbox watchOutbox) {
        this.watchOutbox = watchOutbox;
    }

    public void retry() {
        with(watchOutbox::retry);
    }

    public void dismiss() {
        with(watchOutbox::dismiss);
    }

    private void with(Consumer<UUID> act) {
        Optional.ofNullable(Faces.getRequestParameter("entry"))
                .flatMap(Ids::uuid)
                .ifPresent(act);
        look();
    }

    public void look() {
        entries = null;
    }

    public List<EntryRow> getRows() {
        return entries().rows().stream().map(EntryRow::new).toList();
    }

    public int getTotal() {
        return entries().total();
    }

    public int getPages() {
        return Math.max(1, (getTotal() + ROWS - 1) / ROWS);
    }

    public List<Choice> getChoices() {
        return Stream.concat(
                        Stream.of(new Choice("", "All", state.isEmpty(), 0)),
                        Stream.of(Entry.State.values())
                                .map(one -> new Choice(
                                        one.name(), one.inWords(), one.name().equals(state), watchOutbox.count(one))))
                .toList();
    }

    /** A state to choose; its count is shown where it is not 0. */
    public record Choice(String name, String word, boolean chosen, int count) {}

    private PageOf<Entry> entries() {
        if (entries == null) {
            entries = watchOutbox.list(chosen(), (page - 1) * ROWS, ROWS);
        }
        return entries;
    }

    private Optional<Entry.State> chosen() {
        return Stream.of(Entry.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst();
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state == null ? "" : state;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.clamp(page, 1, 1_000_000);
    }
}
