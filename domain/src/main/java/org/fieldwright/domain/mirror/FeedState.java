package org.fieldwright.domain.mirror;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.fieldwright.domain.servicetitan.Trouble;

/**
 * How far a feed is.
 *
 * @param running false when it was never started, or was paused
 * @param position where it goes on
 * @param records how many records it brought in this round, from the beginning
 * @param caughtUpAt when it last had nothing more; empty until the first load is done
 * @param readAt when it was last read with success
 * @param failures in a row
 * @param trouble why the last try failed
 * @param reason the same in words; blank when it did not
 * @param nextAt when it is read again; empty when paused
 */
public record FeedState(
        Feed feed,
        boolean running,
        String position,
        long records,
        Optional<Instant> startedAt,
        Optional<Instant> caughtUpAt,
        Optional<Instant> readAt,
        int failures,
        Optional<Trouble> trouble,
        String reason,
        Optional<Instant> nextAt) {
    public FeedState {
        requireNonNull(feed, "feed");
        requireNonNull(position, "position");
    }

    public static FeedState untouched(Feed feed) {
        return new FeedState(
                feed,
                false,
                FeedSource.BEGINNING,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                "",
                Optional.empty());
    }

    /** Whether its first load is done. */
    public boolean loaded() {
        return caughtUpAt.isPresent();
    }
}
