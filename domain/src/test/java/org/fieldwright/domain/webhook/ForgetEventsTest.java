package org.fieldwright.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForgetEventsTest {
    private final Desk desk = new Desk();
    private final ForgetEvents forget = new ForgetEvents(desk.events, desk.tasks, desk.settings, desk.clock);

    @Test
    void what_was_settled_is_forgotten_after_a_month_and_looked_for_every_hour() {
        desk.deliver(Deliveries.event("tn.other.thing-done", "{}", Desk.NOON));
        desk.clock.passes(Duration.ofDays(30));
        forget.run("settled");
        int atThirtyDays = desk.events.list(EventQuery.all(), 0, 1).total();

        desk.clock.passes(Duration.ofHours(1));
        forget.run("settled");

        assertThat(atThirtyDays).isEqualTo(1);
        assertThat(desk.events.list(EventQuery.all(), 0, 1).total()).isZero();
        assertThat(desk.tasks.when("webhook.forget", "settled"))
                .contains(desk.clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void a_failure_does_not_end_it_for_good() {
        forget.gaveUp("settled");

        assertThat(desk.tasks.submitted()).containsExactly("webhook.forget settled");
    }
}
