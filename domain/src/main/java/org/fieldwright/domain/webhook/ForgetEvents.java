package org.fieldwright.domain.webhook;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import java.time.Clock;
import java.time.Duration;
import org.fieldwright.domain.shared.DurableTasks;
import org.fieldwright.domain.shared.TaskHandler;

/** Forgets events about which nothing is left to be done, after the time that the settings say. It looks every hour. */
@ApplicationScoped
public class ForgetEvents implements TaskHandler {
    static final String KIND = "webhook.forget";
    private static final String SETTLED = "settled";
    private static final Duration PAUSE = Duration.ofHours(1);

    private ReceivedEvents events;
    private DurableTasks tasks;
    private WebhookSettings settings;
    private Clock clock;

    /** For the container's proxy. */
    protected ForgetEvents() {}

    @Inject
    public ForgetEvents(ReceivedEvents events, DurableTasks tasks, WebhookSettings settings, Clock clock) {
        this.events = events;
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    void begin(@Observes @Priority(450) ServletContextEvent opened) {
        tasks.submit(KIND, SETTLED);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String subject) {
        events.forget(clock.instant().minus(settings.keep()));
        tasks.submit(KIND, subject, clock.instant().plus(PAUSE));
    }

    @Override
    public void gaveUp(String subject) {
        tasks.submit(KIND, subject, clock.instant().plus(PAUSE));
    }
}
