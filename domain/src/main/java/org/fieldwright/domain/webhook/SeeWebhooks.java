package org.fieldwright.domain.webhook;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fieldwright.domain.mirror.Feed;
import org.fieldwright.domain.mirror.FeedState;
import org.fieldwright.domain.mirror.Kind;
import org.fieldwright.domain.mirror.Mirror;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.servicetitan.ConnectionChanged;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.PageOf;
import org.fieldwright.domain.shared.UseCase;

/** An administrator sees what ServiceTitan has sent, what came of it, and has it tried again. */
@UseCase
@Transactional
public class SeeWebhooks {
    private static final int MOST = 200;
    private static final int AT_ONCE = 1_000;

    private ReceivedEvents events;
    private Mirror mirror;
    private DurableTasks tasks;
    private WebhookSettings settings;

    /** For the container's proxy. */
    protected SeeWebhooks() {}

    @Inject
    public SeeWebhooks(ReceivedEvents events, Mirror mirror, DurableTasks tasks, WebhookSettings settings) {
        this.events = events;
        this.mirror = mirror;
        this.tasks = tasks;
        this.settings = settings;
    }

    /**
     * An event as an administrator sees it.
     *
     * @param offTime its own time and ours are far apart, but not so far that it was refused
     * @param comesAnyway the feeds of everything it is about are running
     */
    public record Seen(ReceivedEvent event, boolean offTime, boolean comesAnyway) {}

    /**
     * How it stands with events.
     *
     * @param open whether there is a key; without one nothing is taken
     * @param counts how many there are in each state
     */
    public record Overview(boolean open, Map<ReceivedEvent.State, Integer> counts, List<TurnedAway> turnedAway) {
        public Overview {
            counts = Map.copyOf(counts);
            turnedAway = List.copyOf(turnedAway);
        }

        public int count(ReceivedEvent.State state) {
            return counts.getOrDefault(state, 0);
        }
    }

    @Requires(Permission.MANAGE_SERVICETITAN)
    public Overview overview() {
        return new Overview(settings.key().isPresent(), events.counts(), events.turnedAway());
    }

    /**
     * A page of the list, newest first.
     *
     * @param max at most 200 are given
     */
    @Requires(Permission.MANAGE_SERVICETITAN)
    public PageOf<Seen> list(@NotNull EventQuery wanted, int first, int max) {
        PageOf<ReceivedEvent> page = events.list(wanted, Math.max(first, 0), Math.clamp(max, 1, MOST));
        Set<Kind> coming = mirror.feeds().stream()
                .filter(FeedState::running)
                .map(FeedState::feed)
                .map(Feed::kind)
                .collect(Collectors.toSet());
        return new PageOf<>(
                page.rows().stream().map(event -> seen(event, coming)).toList(), page.first(), page.total());
    }

    private Seen seen(ReceivedEvent event, Set<Kind> coming) {
        return new Seen(
                event,
                event.state() != ReceivedEvent.State.REFUSED
                        && event.age().abs().compareTo(settings.window()) > 0,
                event.about().stream().map(Mention::kind).allMatch(coming::contains));
    }

    /**
     * Has an event that failed tried again.
     *
     * @throws FaultException NOT_FOUND when it is not here any more
     */
    @Requires(Permission.MANAGE_SERVICETITAN)
    public void retry(@NotNull UUID id) {
        ReceivedEvent event = events.find(id)
                .orElseThrow(() -> new FaultException(
                        Fault.NOT_FOUND, "This event is not here any more. It was settled long ago and is forgotten."));
        if (event.hasFailed()) {
            tryAgain(event);
        }
    }

    /**
     * Has everything that failed tried again, the newest thousand at a time.
     *
     * @return how many
     */
    @Requires(Permission.MANAGE_SERVICETITAN)
    public int retryAll() {
        List<ReceivedEvent> failed = failed();
        failed.forEach(this::tryAgain);
        return failed.size();
    }

    /** With another connection, what waited for a person is tried at once. */
    void tryAgain(@Observes ConnectionChanged changed) {
        failed().forEach(this::tryAgain);
    }

    private List<ReceivedEvent> failed() {
        return events.list(EventQuery.in(ReceivedEvent.State.FAILED), 0, AT_ONCE)
                .rows();
    }

    private void tryAgain(ReceivedEvent event) {
        events.update(event.retried());
        tasks.submit(SettleEvent.KIND, event.id().toString());
    }
}
