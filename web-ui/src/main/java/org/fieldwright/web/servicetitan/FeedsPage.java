package org.fieldwright.web.servicetitan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldwright.domain.mirror.Feed;
import org.fieldwright.domain.mirror.FollowFeeds;
import org.fieldwright.domain.mirror.Mirror;
import org.fieldwright.domain.shared.InWords;
import org.fieldwright.domain.shared.PageOf;
import org.omnifaces.util.Faces;

/** How far every feed is, and what could not be kept. */
@Named("feeds")
@RequestScoped
public class FeedsPage {
    private static final int ROWS = 50;

    private FollowFeeds followFeeds;
    private Clock clock;
    private List<FeedRow> rows;
    private PageOf<Mirror.PutAside> aside;

    /** For the container's proxy. */
    protected FeedsPage() {}

    @Inject
    public FeedsPage(FollowFeeds followFeeds, Clock clock) {
        this.followFeeds = followFeeds;
        this.clock = clock;
    }

    public void startAll() {
        followFeeds.startAll();
        look();
    }

    public void pauseAll() {
        followFeeds.pauseAll();
        look();
    }

    public void start() {
        with(followFeeds::start);
    }

    public void pause() {
        with(followFeeds::pause);
    }

    public void readAgain() {
        with(followFeeds::readAgain);
    }

    private void with(Consumer<Feed> act) {
        Optional.ofNullable(Faces.getRequestParameter("feed")).flatMap(Feed::of).ifPresent(act);
        look();
    }

    public void look() {
        rows = null;
        aside = null;
    }

    public List<FeedRow> getRows() {
        if (rows == null) {
            rows = followFeeds.see().stream()
                    .map(row -> new FeedRow(row, clock.instant()))
                    .toList();
        }
        return rows;
    }

    /** All in one sentence. */
    public String getSummary() {
        long running = getRows().stream().filter(row -> row.state().running()).count();
        long loaded = getRows().stream().filter(row -> row.state().loaded()).count();
        long failing = getRows().stream().filter(FeedRow::failing).count();
        if (running == 0) {
            return loaded == 0 ? "Nothing was loaded yet." : "All feeds are paused.";
        }
        return loaded + " of " + getRows().size() + " feeds have caught up"
                + (failing == 0
                        ? "."
                        : "; " + InWords.count(failing, "feed") + (failing == 1 ? " has" : " have") + " trouble.");
    }

    public boolean isAnyRunning() {
        return getRows().stream().anyMatch(row -> row.state().running());
    }

    public boolean isAnyPaused() {
        return getRows().stream().anyMatch(row -> !row.state().running());
    }

    /** While a first load is under way the page looks again by itself. */
    public boolean isLoading() {
        return getRows().stream()
                .anyMatch(row -> row.state().running() && !row.state().loaded());
    }

    public List<Mirror.PutAside> getAside() {
        return aside().rows();
    }

    public String getAsideCount() {
        return InWords.count(aside().total(), "row");
    }

    private PageOf<Mirror.PutAside> aside() {
        if (aside == null) {
            aside = followFeeds.putAside(0, ROWS);
        }
        return aside;
    }
}
