package org.fieldwright.web.servicetitan;

import java.time.Instant;
import java.util.Locale;
import org.fieldwright.domain.mirror.FeedState;
import org.fieldwright.domain.mirror.FollowFeeds;

/** A feed ready to be drawn. */
public record FeedRow(FollowFeeds.Row row, Instant now) {
    public FeedState state() {
        return row.state();
    }

    public String slug() {
        return state().feed().slug();
    }

    public String name() {
        return state().feed().inWords();
    }

    public boolean failing() {
        return state().trouble().isPresent();
    }

    public String word() {
        if (!state().running()) {
            return state().startedAt().isPresent() ? "Paused" : "Not started";
        }
        if (failing()) {
            return "Trouble";
        }
        return state().loaded() ? "Up to date" : "Loading";
    }

    public String tone() {
        return switch (word()) {
            case "Trouble" -> "bad";
            case "Up to date" -> "good";
            case "Loading" -> "info";
            default -> "off";
        };
    }

    public String icon() {
        return switch (word()) {
            case "Trouble" -> "bad";
            case "Up to date" -> "good";
            case "Loading" -> "again";
            default -> "pause";
        };
    }

    /** Records that are not deleted, with separators. */
    public String held() {
        return String.format(Locale.ENGLISH, "%,d", row.held());
    }

    public boolean wasRead() {
        return state().readAt().isPresent();
    }

    public Instant readAt() {
        return state().readAt().orElse(null);
    }

    /** Whether a moment is known at which a failed feed is tried again. */
    public boolean triedAgain() {
        return failing() && state().running() && state().nextAt().isPresent();
    }

    public Instant nextAt() {
        return state().nextAt().orElse(null);
    }
}
