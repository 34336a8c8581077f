package org.fieldwright.web.servicetitan;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fieldwright.domain.shared.InWords;
import org.fieldwright.domain.webhook.Mention;
import org.fieldwright.domain.webhook.ReceivedEvent;
import org.fieldwright.domain.webhook.SeeWebhooks;

/** An event ready to be drawn in a list. */
public record EventRow(SeeWebhooks.Seen seen) {
    public ReceivedEvent event() {
        return seen.event();
    }

    /** What happened, such as "Job updated". */
    public String words() {
        String type = event().type();
        if (type.isEmpty()) {
            return "No event";
        }
        String last = type.substring(type.lastIndexOf('.') + 1).replace('-', ' ');
        return last.isEmpty() ? type : last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
    }

    /** What it is about; blank for nothing. */
    public String about() {
        return event().about().stream().map(Mention::inWords).collect(Collectors.joining(", "));
    }

    public Instant receivedAt() {
        return event().receivedAt();
    }

    public boolean again() {
        return event().deliveries() > 1;
    }

    public boolean failed() {
        return event().hasFailed();
    }

    /** How its time and ours differ, in a sentence; blank when they agree. */
    public String offTime() {
        if (!seen.offTime()) {
            return "";
        }
        String far = InWords.duration(event().age().abs());
        return event().age().isNegative()
                ? "By its own time it came " + far + " before it happened: a clock is off."
                : "By its own time it was " + far + " on its way: sent late, or a clock is off.";
    }

    /** What can be done about one that failed. */
    public String whatToDo() {
        return seen.comesAnyway()
                ? "The feeds bring this anyway; trying again only brings it sooner."
                : "Try again once the reason is gone, or start the feeds: they bring it, too.";
    }

    public String icon() {
        return switch (event().state()) {
            case WAITING -> "clock";
            case SETTLED -> "good";
            case NOT_USED -> "pause";
            case REFUSED -> "stop";
            case FAILED -> "warn";
        };
    }

    /** Which colour goes with it; off for none. */
    public String tone() {
        return switch (event().state()) {
            case WAITING -> "info";
            case SETTLED -> "good";
            case NOT_USED -> "off";
            case REFUSED -> "bad";
            case FAILED -> "warn";
        };
    }
}
