package org.fieldwright.web.servicetitan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldwright.domain.shared.InWords;
import org.fieldwright.domain.shared.PageOf;
import org.fieldwright.domain.webhook.EventQuery;
import org.fieldwright.domain.webhook.ReceivedEvent;
import org.fieldwright.domain.webhook.SeeWebhooks;
import org.fieldwright.domain.webhook.TurnedAway;
import org.fieldwright.web.frame.Ids;
import org.omnifaces.util.Faces;

/** The list of events from ServiceTitan; what it is narrowed to stands in the address. */
@Named("events")
@RequestScoped
public class EventsPage {
    private static final int ROWS = 50;

    @Inject
    private SeeWebhooks seeWebhooks;

    private String search = "";
    private String state = "";
    private int page = 1;
    private PageOf<SeeWebhooks.Seen> events;
    private SeeWebhooks.Overview overview;

    /** Has the clicked one tried again; by its id, not by its row: the list may have moved since it was drawn. */
    public void retry() {
        Optional.ofNullable(Faces.getRequestParameter("event"))
                .flatMap(Ids::uuid)
                .ifPresent(seeWebhooks::retry);
        look();
    }

    public void retryAll() {
        int retried = seeWebhooks.retryAll();
        look();
        FacesContext.getCurrentInstance()
                .addMessage(
                        null,
                        new FacesMessage(
                                FacesMessage.SEVERITY_INFO,
                                InWords.count(retried, "event") + (retried == 1 ? " is" : " are") + " tried again.",
                                null));
    }

    /** Reads everything again. */
    public void look() {
        events = null;
        overview = null;
    }

    public boolean isOpen() {
        return overview().open();
    }

    public List<TurnedAway> getTurnedAway() {
        return overview().turnedAway();
    }

    /** How many need somebody. */
    public int getFailed() {
        return overview().count(ReceivedEvent.State.FAILED);
    }

    public int getWaiting() {
        return overview().count(ReceivedEvent.State.WAITING);
    }

    public List<EventRow> getRows() {
        return events().rows().stream().map(EventRow::new).toList();
    }

    public int getTotal() {
        return events().total();
    }

    public int getPages() {
        return Math.max(1, (getTotal() + ROWS - 1) / ROWS);
    }

    public boolean isNarrowed() {
        return !search.isBlank() || !state.isEmpty();
    }

    public List<Choice> getChoices() {
        return Stream.concat(
                        Stream.of(new Choice("", "All", state.isEmpty(), 0)),
                        Stream.of(ReceivedEvent.State.values())
                                .map(one -> new Choice(
                                        one.name(),
                                        one.inWords(),
                                        one.name().equals(state),
                                        overview().count(one))))
                .toList();
    }

    /** A state to choose; its count is shown where it is not 0. */
    public record Choice(String name, String word, boolean chosen, int count) {}

    private SeeWebhooks.Overview overview() {
        if (overview == null) {
            overview = seeWebhooks.overview();
        }
        return overview;
    }

    private PageOf<SeeWebhooks.Seen> events() {
        if (events == null) {
            Optional<ReceivedEvent.State> wanted = Stream.of(ReceivedEvent.State.values())
                    .filter(known -> known.name().equals(state))
                    .findFirst();
            events = seeWebhooks.list(new EventQuery(wanted, search), (page - 1) * ROWS, ROWS);
        }
        return events;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search == null ? "" : search;
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
