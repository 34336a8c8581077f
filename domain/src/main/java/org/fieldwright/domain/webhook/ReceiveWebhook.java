package org.fieldwright.domain.webhook;

import static java.lang.System.Logger.Level.INFO;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fieldwright.domain.people.OpenToEveryone;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.InWords;
import org.fieldwright.domain.shared.Sha256;
import org.fieldwright.domain.shared.UseCase;

/** ServiceTitan delivers an event. It is kept, with the task that settles it, before it is answered. */
@UseCase
@Transactional
public class ReceiveWebhook {
    private static final System.Logger LOG = System.getLogger(ReceiveWebhook.class.getName());

    private static final Pattern JSON =
            Pattern.compile("application/([a-z.-]+\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private ReceivedEvents events;
    private DurableTasks tasks;
    private WebhookSettings settings;
    private Clock clock;

    /** For the container's proxy. */
    protected ReceiveWebhook() {}

    @Inject
    public ReceiveWebhook(ReceivedEvents events, DurableTasks tasks, WebhookSettings settings, Clock clock) {
        this.events = events;
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of a delivery. */
    public sealed interface Outcome {
        /** No key is configured, so nobody can prove anything. */
        record Closed() implements Outcome {}

        /** Nothing of it was kept. */
        record Unproven(TurnedAway.Why why) implements Outcome {}

        /** It is on record, whatever it is; there is no use in sending it again. */
        record Taken(ReceivedEvent event) implements Outcome {}
    }

    /**
     * Takes in a delivery.
     *
     * @param mediaType as the request names it; empty where it names none
     * @param body as it came, byte by byte: the signature is over these
     * @param signature as it stands in the header; empty where there is none
     */
    @OpenToEveryone(because = "the signature over the body proves who sends it")
    public Outcome receive(
            @NotNull Optional<String> mediaType, @NotNull byte[] body, @NotNull Optional<String> signature) {
        if (settings.key().isEmpty()) {
            return new Outcome.Closed();
        }
        if (mediaType.filter(type -> JSON.matcher(type).matches()).isEmpty()) {
            return new Outcome.Unproven(TurnedAway.Why.NO_JSON);
        }
        if (signature.isEmpty()) {
            return new Outcome.Unproven(TurnedAway.Why.NO_SIGNATURE);
        }
        if (!new Signature(settings).proves(body, signature.get())) {
            return new Outcome.Unproven(TurnedAway.Why.WRONG_SIGNATURE);
        }
        return new Outcome.Taken(kept(judged(body, clock.instant())));
    }

    /** Counts a delivery that proved nothing. */
    @OpenToEveryone(because = "nothing but a number is kept of what nobody has signed")
    public void turnAway(@NotNull TurnedAway.Why why) {
        events.turnAway(why, clock.instant());
    }

    private ReceivedEvent kept(ReceivedEvent event) {
        Optional<ReceivedEvent> earlier = events.add(event);
        if (earlier.isEmpty()) {
            LOG.log(INFO, "event {0} received, {1}", event.id().toString(), event.state());
            settleSoon(event);
            return event;
        }
        if (earlier.get().hasFailed()) { // whoever has it sent again wants it settled
            ReceivedEvent retried = earlier.get().retried();
            events.update(retried);
            settleSoon(retried);
            return retried;
        }
        return earlier.get();
    }

    private void settleSoon(ReceivedEvent event) {
        if (event.isWaiting()) {
            tasks.submit(SettleEvent.KIND, event.id().toString());
        }
    }

    private ReceivedEvent judged(byte[] body, Instant now) {
        return switch (Envelope.of(body)) {
            case Envelope.NoEvent none -> ReceivedEvent.of("sha256:" + Sha256.hex(body), none, now);
            case Envelope.Event event -> judged(ReceivedEvent.of(event, now), now);
        };
    }

    private ReceivedEvent judged(ReceivedEvent event, Instant now) {
        if (event.age().abs().compareTo(settings.refuseAfter()) > 0) {
            return event.refused(farOff(event.age()), now);
        }
        if (!Mentions.areUsed(event.type())) {
            return event.notUsed(now);
        }
        return event.about().isEmpty() ? event.refused("It names no record.", now) : event;
    }

    private String farOff(Duration age) {
        String far = InWords.duration(age.abs()) + (age.isNegative() ? " ahead of us" : " old");
        return "By its own time it is " + far + ". Beyond " + InWords.duration(settings.refuseAfter())
                + " an event is refused, so that nobody can play back what they once overheard.";
    }
}
