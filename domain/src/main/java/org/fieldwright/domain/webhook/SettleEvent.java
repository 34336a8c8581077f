package org.fieldwright.domain.webhook;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fieldwright.domain.mirror.Copy;
import org.fieldwright.domain.mirror.FeedSource;
import org.fieldwright.domain.mirror.Mirror;
import org.fieldwright.domain.servicetitan.Connection;
import org.fieldwright.domain.servicetitan.Connections;
import org.fieldwright.domain.servicetitan.Pauses;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.TaskHandler;

/**
 * Reads again what an event is about, in the background, and puts it into the mirror. What it finds is newer than the event, so the order
 * of events does not matter, and neither does doing it twice. No transaction is open while ServiceTitan is asked.
 */
@ApplicationScoped
public class SettleEvent implements TaskHandler {
    static final String KIND = "webhook.settle";

    private static final System.Logger LOG = System.getLogger(SettleEvent.class.getName());

    /** With growing pauses these take some six minutes, if ServiceTitan asks for no longer ones. */
    private static final int TRIES = 7;

    private ReceivedEvents events;
    private FeedSource source;
    private Mirror mirror;
    private Connections connections;
    private DurableTasks tasks;
    private Clock clock;

    /** For the container's proxy. */
    protected SettleEvent() {}

    @Inject
    public SettleEvent(
            ReceivedEvents events,
            FeedSource source,
            Mirror mirror,
            Connections connections,
            DurableTasks tasks,
            Clock clock) {
        this.events = events;
        this.source = source;
        this.mirror = mirror;
        this.connections = connections;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String subject) {
        waiting(subject).ifPresent(this::settle);
    }

    @Override
    public void gaveUp(String subject) {
        waiting(subject)
                .ifPresent(event -> events.update(event.failed(
                        Trouble.OUR_FAULT, "Something unexpected went wrong on this server; its log says more.")));
    }

    private Optional<ReceivedEvent> waiting(String subject) {
        return events.find(UUID.fromString(subject)).filter(ReceivedEvent::isWaiting);
    }

    private void settle(ReceivedEvent event) {
        Optional<Connection> connection = connections.current().map(Connections.Kept::connection);
        if (connection.isEmpty()) {
            events.update(event.failed(Trouble.NOT_SET_UP, "There is no connection to ServiceTitan yet."));
        } else if (connection.get().tenant() != event.tenant()) {
            events.update(event.refused(
                    "It is from another tenant, " + event.tenant() + ". This house belongs to "
                            + connection.get().tenant() + ".",
                    clock.instant()));
        } else {
            readAgain(event);
        }
    }

    private void readAgain(ReceivedEvent event) {
        List<Mention> leftOut = new ArrayList<>();
        try {
            for (Mention mention : event.about()) {
                if (source.readsOne(mention.kind())) {
                    readAgain(mention);
                } else {
                    leftOut.add(mention);
                }
            }
            events.update(event.settled(remark(leftOut), clock.instant()));
        } catch (ServiceTitanException failure) {
            failed(event, failure);
        }
    }

    private void failed(ReceivedEvent event, ServiceTitanException failure) {
        if (failure.trouble().passes() && event.tries() + 1 < TRIES) {
            events.update(event.again(failure.trouble(), failure.getMessage()));
            tasks.submit(KIND, event.id().toString(), clock.instant().plus(Pauses.after(failure, event.tries())));
        } else {
            events.update(event.failed(failure.trouble(), failure.getMessage()));
        }
        LOG.log(
                INFO,
                "event {0}: {1}, trace {2}",
                event.id().toString(),
                failure.trouble().name(),
                failure.traceId());
    }

    private void readAgain(Mention mention) {
        Optional<Copy> found = source.read(mention.kind(), mention.id());
        Instant now = clock.instant();
        found.ifPresentOrElse(
                copy -> mirror.keep(mention.kind(), copy, now), () -> mirror.gone(mention.kind(), mention.id(), now));
    }

    private static String remark(List<Mention> leftOut) {
        return leftOut.isEmpty()
                ? ""
                : "Not read by itself but with its feed: "
                        + leftOut.stream().map(Mention::inWords).collect(Collectors.joining(", ")) + ".";
    }
}
